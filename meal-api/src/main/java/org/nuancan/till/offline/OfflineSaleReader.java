package org.nuancan.till.offline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.nuancan.access.terminal.TerminalKeyService;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.money.Fen;
import org.nuancan.sale.Sale;
import org.nuancan.till.CredentialBody;
import org.nuancan.till.SaleRequest;
import org.nuancan.till.TenderBody;
import org.nuancan.till.TenderRules;
import org.nuancan.till.TillSite;
import org.nuancan.till.pack.OfflineSettings;

/// Reads a receipt that a till made offline into a sale, as of the instant when it was sold.
@Singleton
final class OfflineSaleReader {

    /// Reasons to reject a receipt without reading the books.
    enum Fault {
        /// The signature is not this terminal's.
        SIGNATURE_INVALID,
        /// The sale is in the future.
        IN_THE_FUTURE,
        /// The sale is from before the terminal's first activation.
        BEFORE_ACTIVATION,
        /// The receipt is older than the limit of [OfflineSettings].
        TOO_OLD
    }

    private final TerminalKeyService terminals;
    private final OfflineSettings settings;
    private final Ids ids;
    private final Clock clock;

    OfflineSaleReader(
            TerminalKeyService terminals, OfflineSettings settings, Ids ids, Clock clock) {
        this.terminals = terminals;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /// The signing key of a terminal; without a key every signature is invalid.
    Optional<TerminalKeyService.Signing> signing(TillSite till) {
        return terminals.signing(till.terminal());
    }

    /// The reason why a receipt cannot be booked; empty if it can.
    Optional<String> fault(
            ReadReceipts.Signed signed, Optional<TerminalKeyService.Signing> signing) {
        var receipt = signed.receipt();
        var isSigned =
                signing.filter(by -> Signatures.holds(signed.raw(), receipt.signature(), by.key()))
                        .isPresent();
        if (!isSigned) {
            return Optional.of(Fault.SIGNATURE_INVALID.name());
        }
        var at = receipt.occurredAt().toInstant();
        if (at.isAfter(clock.instant())) {
            return Optional.of(Fault.IN_THE_FUTURE.name());
        }
        // Tills write whole seconds.
        if (at.isBefore(signing.get().activeSince().truncatedTo(ChronoUnit.SECONDS))) {
            return Optional.of(Fault.BEFORE_ACTIVATION.name());
        }
        return TenderRules.fault(receipt.tenders(), receipt.rounding()).map(ProblemCode::name);
    }

    /// The reason why a receipt that was never booked is too late; empty if it is not. Another copy
    /// of a receipt that was booked in time is a duplicate, however late it arrives.
    Optional<String> lateness(OfflineReceipt receipt) {
        var oldest = clock.instant().minus(settings.longest());
        return receipt.occurredAt().toInstant().isBefore(oldest)
                ? Optional.of(Fault.TOO_OLD.name())
                : Optional.empty();
    }

    /// The sale that a receipt describes.
    SaleRequest asked(TillSite till, OfflineReceipt receipt) {
        var at = receipt.occurredAt().toInstant();
        return new SaleRequest(
                ids.next(),
                till,
                Optional.ofNullable(receipt.credential()).map(CredentialBody::credential),
                new SaleRequest.Meal(
                        BusinessDay.of(at).date(),
                        receipt.slot(),
                        receipt.counter().fulfilment(),
                        at,
                        Optional.ofNullable(receipt.shiftId()),
                        Optional.ofNullable(receipt.sequence())),
                receipt.items(),
                payment(receipt));
    }

    private Sale.Payment payment(OfflineReceipt receipt) {
        return new Sale.Payment.Offline(
                receipt.tenders().stream().map(TenderBody::tender).toList(),
                Fen.of(receipt.rounding()),
                receipt.grantsGiven().stream().map(OfflineReceipt.GivenBody::given).toList(),
                settings.cap());
    }
}

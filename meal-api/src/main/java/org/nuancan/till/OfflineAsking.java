package org.nuancan.till;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.nuancan.access.TerminalKeyService;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.http.ProblemCode;
import org.nuancan.money.Fen;
import org.nuancan.order.Sale;

/// Reads what a till sold while it was cut off, as of the instant when it did.
@Singleton
final class OfflineAsking {

    /// What a receipt can be rejected for before anybody looks into the books.
    enum Fault {
        /// Not signed by this terminal.
        SIGNATURE_INVALID,
        /// It has not happened yet.
        IN_THE_FUTURE,
        /// It is from before the terminal's first activation.
        BEFORE_ACTIVATION,
        /// It is older than receipts are taken.
        TOO_OLD
    }

    private final TerminalKeyService terminals;
    private final OfflineSettings settings;
    private final Ids ids;
    private final Clock clock;

    OfflineAsking(TerminalKeyService terminals, OfflineSettings settings, Ids ids, Clock clock) {
        this.terminals = terminals;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /// How a terminal signs; without its key no signature holds.
    Optional<TerminalKeyService.Signing> signing(TillSite till) {
        return terminals.signing(till.terminal());
    }

    /// Why a receipt cannot be booked; empty if it can.
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

    /// Why a receipt that was never booked comes too late; empty if it does not. Another copy of a
    /// receipt that was booked in time is a duplicate, however late.
    Optional<String> lateness(OfflineReceipt receipt) {
        var oldest = clock.instant().minus(settings.longest());
        return receipt.occurredAt().toInstant().isBefore(oldest)
                ? Optional.of(Fault.TOO_OLD.name())
                : Optional.empty();
    }

    /// The sale that a receipt stands for.
    Asked asked(TillSite till, OfflineReceipt receipt) {
        var at = receipt.occurredAt().toInstant();
        return new Asked(
                ids.next(),
                till,
                Optional.ofNullable(receipt.credential()).map(CredentialBody::credential),
                new Asked.Meal(
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

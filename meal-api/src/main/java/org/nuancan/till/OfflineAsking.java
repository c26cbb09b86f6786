package org.nuancan.till;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.nuancan.access.Terminals;
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
        IN_THE_FUTURE
    }

    private final Terminals terminals;
    private final OfflineSettings settings;
    private final Ids ids;
    private final Clock clock;

    OfflineAsking(Terminals terminals, OfflineSettings settings, Ids ids, Clock clock) {
        this.terminals = terminals;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /// The key that a terminal signs with; without one no signature holds.
    Optional<String> signingKey(TillSite till) {
        return terminals.signingKey(till.terminal());
    }

    /// Why a receipt cannot be booked; empty if it can.
    Optional<String> fault(ReadReceipts.Signed signed, Optional<String> signingKey) {
        var receipt = signed.receipt();
        var isSigned =
                signingKey
                        .filter(key -> Signatures.holds(signed.raw(), receipt.signature(), key))
                        .isPresent();
        if (!isSigned) {
            return Optional.of(Fault.SIGNATURE_INVALID.name());
        }
        if (receipt.occurredAt().toInstant().isAfter(clock.instant())) {
            return Optional.of(Fault.IN_THE_FUTURE.name());
        }
        return TenderRules.fault(receipt.tenders(), receipt.rounding()).map(ProblemCode::name);
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

package org.nuancan.payment;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.day.BookingDays;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Payment;

/// Books events of payments: sent, settled, failed before or after settlement.
@Singleton
public final class Booking {

    private final Ledger ledger;
    private final BookingDays days;
    private final Ids ids;
    private final Clock clock;
    private final Transactions transactions;

    Booking(Ledger ledger, BookingDays days, Ids ids, Clock clock, Transactions transactions) {
        this.ledger = ledger;
        this.days = days;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    BusinessDay today() {
        return BusinessDay.today(clock);
    }

    /// Makes sure that the row of today exists; to be called before the transaction that locks it.
    public void prepare() {
        days.prepare(today());
    }

    /// Locks the booking day: the first lock of a transaction.
    public BusinessDay lockDay() {
        return transactions.inOne(connection -> days.lockOpen(connection, today()));
    }

    void sent(BusinessDay booking, String district, List<Payment> payments) {
        post(
                payments.stream()
                        .map(payment ->
                                journal(
                                        JournalKind.SENT,
                                        booking,
                                        district,
                                        payment,
                                        new Account.Payable(payment.providerId()),
                                        new Account.Transit(district)))
                        .toList());
    }

    /// Books the result of a payment; the result `UNKNOWN` books nothing.
    ///
    /// @param payment as it was before
    public void ended(BusinessDay booking, String district, Payment payment, PaymentState to) {
        var transit = new Account.Transit(district);
        var bank = new Account.Bank(district);
        var payable = new Account.Payable(payment.providerId());
        var journals =
                switch (to) {
                    case SENT, UNKNOWN -> List.<Journal>of();
                    case SETTLED ->
                            List.of(
                                    journal(
                                            JournalKind.SETTLED,
                                            booking,
                                            district,
                                            payment,
                                            transit,
                                            bank));
                    case FAILED, RETURNED ->
                            from(payment.state(), district).stream()
                                    .map(from ->
                                            journal(
                                                    JournalKind.FAILED,
                                                    booking,
                                                    district,
                                                    payment,
                                                    from,
                                                    payable))
                                    .toList();
                };
        post(journals);
    }

    private void post(List<Journal> journals) {
        var _ =
                transactions.inOne(connection -> {
                    ledger.post(connection, journals);
                    return journals;
                });
    }

    /// The account from which the money of a payment goes back to payable; empty if it is back
    /// already.
    private static Optional<Account> from(PaymentState state, String district) {
        return switch (state) {
            case SENT, UNKNOWN -> Optional.of(new Account.Transit(district));
            case SETTLED -> Optional.of(new Account.Bank(district));
            case FAILED, RETURNED -> Optional.empty();
        };
    }

    private Journal journal(
            JournalKind kind,
            BusinessDay booking,
            String district,
            Payment payment,
            Account debit,
            Account credit) {
        Fen fen = payment.fen();
        return new Journal(
                ids.next(),
                kind,
                Cause.payment(payment.paymentId()),
                Subject.district(district),
                new Dates(today(), booking, clock.instant()),
                List.of(),
                List.of(Posting.of(0, debit, fen), Posting.of(0, credit, fen.negated())));
    }
}

package org.nuancan.receipt;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.audit.AuditLog;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.day.BookingDays;
import org.nuancan.money.Fen;
import org.nuancan.receipt.Matching.Match;
import org.nuancan.receipt.Matching.Owed;
import org.nuancan.receipt.Receipt.Outcome;
import org.nuancan.review.PaymentMoves;
import org.nuancan.review.step.Reviewer;

/// Records received money: books each receipt once and matches it immediately.
@Singleton
public class ReceiptService {

    /// Money to be recorded.
    ///
    /// @param fen above 0
    /// @param reference of the bank; unique in a district
    /// @param by the account that records it
    public record Money(
            String districtCode,
            Source from,
            Fen fen,
            LocalDate receivedOn,
            String reference,
            String by) {}

    private final RecordedReceipts rows;
    private final OpenDebts owed;
    private final PaymentMoves moves;
    private final Books books;
    private final AuditLog audit;
    private final Clock clock;

    /// Books the money.
    @Singleton
    record Books(Ledger ledger, BookingDays days, Ids ids, Transactions transactions) {

        private BusinessDay lockOpen(BusinessDay today) {
            return transactions.inOne(connection -> days.lockOpen(connection, today));
        }

        private void post(List<Journal> journals) {
            var _ =
                    transactions.inOne(connection -> {
                        ledger.post(connection, journals);
                        return journals;
                    });
        }
    }

    ReceiptService(
            RecordedReceipts rows,
            OpenDebts owed,
            PaymentMoves moves,
            Books books,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.owed = owed;
        this.moves = moves;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    /// Prepares the booking day. Call it before the transaction, not in it.
    public void prepare() {
        books.days().prepare(BusinessDay.today(clock));
    }

    /// Records money; in a larger transaction it takes the first lock.
    @Transactional
    public Outcome record(Money money) {
        var today = BusinessDay.today(clock);
        var booking = books.lockOpen(today);
        rows.lock(money.districtCode(), money.from());
        var earlier = rows.withReference(money.districtCode(), money.reference());
        if (earlier.isPresent()) {
            return new Outcome.ReferenceUsed(earlier.get());
        }
        var open = owed.by(money.districtCode(), money.from());
        if (money.from() instanceof Source.Provider
                && money.fen().compareTo(Matching.total(open)) > 0) {
            return new Outcome.MoreThanOwed(Matching.total(open));
        }
        var receipt = receipt(money);
        rows.insert(receipt, booking);
        post(receipt, booking);
        var matches = Matching.of(rows.unmatched(money.districtCode(), money.from()), open);
        rows.keep(matches);
        settle(money, open, matches);
        audit.write(List.of(audited(receipt)));
        return new Outcome.Recorded(rows.find(receipt.receiptId()).orElseThrow());
    }

    private static AuditLog.Entry audited(Receipt receipt) {
        return new AuditLog.Entry(
                AuditLog.Area.PAYMENT,
                receipt.recordedBy(),
                "RECEIPT_RECORDED",
                "receipt " + receipt.receiptId(),
                "",
                AuditLog.Content.of(
                        receipt.districtCode(), "fen", "", Long.toString(receipt.fen().value())));
    }

    private Receipt receipt(Money money) {
        return new Receipt(
                books.ids().next(),
                money.districtCode(),
                money.from(),
                money.fen(),
                Fen.ZERO,
                money.receivedOn(),
                money.reference(),
                money.by(),
                clock.instant(),
                List.of());
    }

    private void post(Receipt receipt, BusinessDay booking) {
        books.post(
                List.of(
                        new Journal(
                                books.ids().next(),
                                receipt.from().journal(),
                                Cause.receipt(receipt.receiptId()),
                                org.nuancan.ledger.Subject.district(receipt.districtCode()),
                                new Dates(
                                        new BusinessDay(receipt.receivedOn()),
                                        booking,
                                        receipt.recordedAt()),
                                List.of(),
                                List.of(
                                        Posting.of(
                                                0,
                                                new Account.Bank(receipt.districtCode()),
                                                receipt.fen()),
                                        Posting.of(
                                                0,
                                                receipt.from().account(),
                                                receipt.fen().negated())))));
    }

    /// Marks a provider's negative statements as paid if they are completely paid.
    private void settle(Money money, List<Owed> open, List<Match> matches) {
        if (!(money.from() instanceof Source.Provider)) {
            return;
        }
        var paid = new HashMap<Subject, Fen>();
        matches.forEach(match -> paid.merge(match.subject(), match.fen(), Fen::plus));
        var covered =
                open.stream()
                        .filter(debt -> debt.open().equals(paid.get(debt.subject())))
                        .map(debt -> debt.subject().id())
                        .toList();
        if (covered.isEmpty()) {
            return;
        }
        var moved = moves.settled(covered, Reviewer.PLATFORM, "paid in: " + money.reference());
        if (moved instanceof PaymentMoves.Moved.Refused(var statementId, var why)) {
            throw new IllegalStateException(
                    "statement %d was locked and payable, but %s".formatted(statementId, why));
        }
    }

    /// Finds a receipt by its id.
    @ReadOnly
    public Optional<Receipt> find(long receiptId) {
        return rows.find(receiptId);
    }

    /// Amounts that payers have paid on some days, both ends included, by payer.
    ///
    /// @param district limits the result to receipts of the district and to payers in it (either is
    ///   enough); empty for all
    @ReadOnly
    public Map<String, Fen> paidByPayers(
            LocalDate first, LocalDate last, Optional<String> district) {
        return rows.paid(first, last, district);
    }

    /// The receipts of a district, or of all, in descending order of their ids, starting below
    /// `before`.
    @ReadOnly
    public List<Receipt> list(Optional<String> district, long before, int limit) {
        return rows.list(district, before, limit);
    }
}

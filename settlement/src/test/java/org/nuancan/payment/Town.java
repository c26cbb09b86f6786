package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.close.CloseOutcome;
import org.nuancan.close.DailyClose;
import org.nuancan.day.BusinessDay;
import org.nuancan.day.SettableClock;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.db.embedded.TestDatabase;
import org.nuancan.ledger.BookingDays;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.MealPostings;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.RefundPostings;
import org.nuancan.ledger.RefundPostings.Amounts;
import org.nuancan.ledger.Sold;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.Taken;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.policy.FundingPart;
import org.nuancan.policy.Grant;
import org.nuancan.policy.Side;
import org.nuancan.review.Outcome;
import org.nuancan.review.RefundedLines;
import org.nuancan.review.Review;
import org.nuancan.review.Review.Seen;
import org.nuancan.review.Reviewer;
import org.nuancan.review.Reviewer.Reach;

/// The money of towns of their own for a test: sales, refunds, closes, review, payments.
final class Town implements AutoCloseable {

    /// Accounts that nobody looks at.
    private static final class Accounts implements Payees {

        @Override
        public Optional<Payee> of(Connection connection, long providerId) {
            return Optional.of(new Payee("食堂 " + providerId, "sealed", "102100099996"));
        }

        @Override
        public String open(String sealedNumber) {
            return "6222020200012345";
        }
    }

    /// An order of which nothing is refunded yet.
    record Order(long orderId, long provider, String district, Fen bill) {}

    private final ApplicationContext context;

    Town() {
        context =
                ApplicationContext.builder()
                        .properties(Map.copyOf(TestDatabase.fresh().properties()))
                        .environments("test")
                        .build();
        context.registerSingleton(Payees.class, new Accounts());
        context.start();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T in(Transactions.Work<T> work) {
        return bean(Transactions.class).inOne(work);
    }

    void noonOf(LocalDate day) {
        bean(SettableClock.class).set(new BusinessDay(day).begins().plusSeconds(12 * 3600));
        bean(BookingDays.class).prepare(new BusinessDay(day));
    }

    LocalDate today() {
        return BusinessDay.today(bean(SettableClock.class)).date();
    }

    /// A lunch: `bill` in all, of which `granted` is borne half and half by city and district.
    Order lunch(long provider, String district, long bill, long granted, TenderType tender) {
        return lunch(provider, district, bill, granted, tender, today());
    }

    /// The same, eaten on an earlier day and told only now.
    Order lunch(
            long provider,
            String district,
            long bill,
            long granted,
            TenderType tender,
            LocalDate eaten) {
        var grants =
                granted == 0
                        ? List.<Grant>of()
                        : List.of(
                                new Grant(
                                        "BJ-DINER",
                                        1,
                                        Side.DINER,
                                        Fen.of(granted),
                                        List.of(
                                                part("11", granted / 2),
                                                part(district, granted - granted / 2))));
        var own = bill - granted;
        var taken = own == 0 ? List.<Taken>of() : List.of(new Taken(tender, Fen.of(own)));
        var sold = new Sold(Fen.of(bill), grants, taken, Fen.ZERO, Fen.ZERO);
        var orderId = bean(Ids.class).next();
        post(
                JournalKind.MEAL,
                Cause.order(orderId),
                new Order(orderId, provider, district, Fen.of(bill)),
                eaten,
                MealPostings.of(provider, sold));
        return new Order(orderId, provider, district, Fen.of(bill));
    }

    private static FundingPart part(String payer, long fen) {
        return new FundingPart(payer, Fen.of(fen));
    }

    private void post(
            JournalKind kind, Cause cause, Order order, LocalDate eaten, List<Posting> postings) {
        var _ =
                in(connection -> {
                    var booking = booking(connection);
                    post(connection, kind, cause, order, eaten, booking, postings);
                    return booking;
                });
    }

    private BusinessDay booking(Connection connection) throws SQLException {
        return bean(BookingDays.class).lockOpen(connection, new BusinessDay(today()));
    }

    private void post(
            Connection connection,
            JournalKind kind,
            Cause cause,
            Order order,
            LocalDate eaten,
            BusinessDay booking,
            List<Posting> postings)
            throws SQLException {
        bean(Ledger.class)
                .post(
                        connection,
                        List.of(
                                new Journal(
                                        bean(Ids.class).next(),
                                        kind,
                                        cause,
                                        Subject.order(
                                                order.orderId(),
                                                order.provider(),
                                                order.district(),
                                                order.district()),
                                        new Dates(
                                                new BusinessDay(eaten),
                                                booking,
                                                bean(SettableClock.class).instant()),
                                        List.of(),
                                        postings)));
    }

    /// Gives a whole order back, with what that does to lines on hold or recovered.
    void refund(Order order) {
        var refundId = bean(Ids.class).next();
        var _ =
                in(connection -> {
                    var booking = booking(connection);
                    var journals = bean(Ledger.class).ofOrder(connection, order.orderId());
                    var meal = journals.getFirst();
                    var before =
                            journals.stream()
                                    .filter(one -> one.kind() == JournalKind.REFUND)
                                    .flatMap(one -> one.postings().stream())
                                    .toList();
                    var all = new Amounts(order.bill(), Fen.ZERO);
                    var back =
                            RefundPostings.of(
                                    meal.postings(),
                                    before,
                                    all,
                                    new Amounts(Fen.ZERO, Fen.ZERO),
                                    all);
                    var _ =
                            bean(RefundedLines.class)
                                    .book(
                                            connection,
                                            new RefundedLines.Refund(
                                                    refundId,
                                                    meal,
                                                    journals,
                                                    back.postings(),
                                                    booking));
                    post(
                            connection,
                            JournalKind.REFUND,
                            Cause.refund(refundId),
                            order,
                            meal.dates().service().date(),
                            booking,
                            back.postings());
                    return refundId;
                });
    }

    void close(LocalDate day) {
        assertThat(bean(DailyClose.class).close(new BusinessDay(day)))
                .isInstanceOf(CloseOutcome.Closed.class);
    }

    /// A statement as it stands.
    record Standing(long statementId, long provider, String state, long payable, long held) {}

    List<Standing> statements(String district) {
        return in(connection ->
                Sql.on(
                                connection,
                                """
                                select statement_id, provider_id, state, payable_fen, held_fen
                                  from statement
                                 where district_code = ?
                                 order by statement_date, statement_id
                                """)
                        .with(district)
                        .list(row ->
                                new Standing(
                                        row.number("statement_id"),
                                        row.number("provider_id"),
                                        row.text("state"),
                                        row.number("payable_fen"),
                                        row.number("held_fen"))));
    }

    /// Takes a statement one step on its way to approval, by the person whose step it is.
    void stepOn(Standing statement, String district) {
        var seen = Seen.any(statement.statementId());
        var _ =
                in(connection -> {
                    var review = bean(Review.class);
                    var outcome =
                            switch (statement.state()) {
                                case "CALCULATED" -> {
                                    review.checked(connection, List.of(statement.statementId()));
                                    yield new Outcome.NotHere();
                                }
                                case "CHECKED" ->
                                        review.confirm(
                                                connection,
                                                seen,
                                                new Reviewer(
                                                        "manager",
                                                        new Reach.OfProvider(
                                                                statement.provider())));
                                case "REVIEWED" ->
                                        review.approve(connection, seen, officer(district));
                                default -> new Outcome.NotHere();
                            };
                    return outcome;
                });
    }

    void approveAll(String district) {
        for (var step = 0; step < 3; step++) {
            statements(district).forEach(statement -> stepOn(statement, district));
        }
    }

    static Reviewer officer(String district) {
        return new Reviewer("officer", new Reach.District(district));
    }

    static Reviewer finance(String district) {
        return new Reviewer("finance", new Reach.Finance(district));
    }

    BatchOutcome pay(String district, LocalDate through) {
        bean(Batches.class).prepare();
        return in(connection ->
                bean(Batches.class).make(connection, district, through, finance(district)));
    }

    List<Result.Taken> answer(Batch batch, List<Result> results) {
        return in(connection ->
                bean(Results.class)
                        .take(connection, batch, results, finance(batch.districtCode())));
    }

    Result result(Batch.Payment payment, PaymentState outcome) {
        return new Result(
                payment.endToEndId(), outcome, Optional.of(payment.fen()), Optional.of("bank"));
    }

    /// What the accounts of a district's books come to.
    Map<String, Long> balances(String district) {
        var balances = new TreeMap<String, Long>();
        in(connection ->
                        bean(Ledger.class)
                                .trialBalance(
                                        connection,
                                        new BusinessDay(LocalDate.of(9998, 1, 1)),
                                        district))
                .forEach(one -> balances.put(one.account().name(), one.balance().value()));
        return balances;
    }

    long number(String sql, Object... values) {
        return in(connection ->
                Sql.on(connection, sql).with(values).one(row -> row.number("answer")));
    }

    List<Batch> batches(String district) {
        return new ArrayList<>(
                in(connection ->
                        bean(Batches.class)
                                .list(connection, Optional.of(district), Long.MAX_VALUE, 500)));
    }

    @Override
    public void close() {
        context.close();
    }
}

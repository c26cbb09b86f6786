package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.check.EatenMeal;
import org.nuancan.check.Entered;
import org.nuancan.check.Facts;
import org.nuancan.check.PlatformChecks;
import org.nuancan.close.CloseOutcome;
import org.nuancan.close.DailyClose;
import org.nuancan.day.BusinessDay;
import org.nuancan.day.SettableClock;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.day.BookingDays;
import org.nuancan.ledger.posting.MealPostings;
import org.nuancan.ledger.posting.RefundPostings;
import org.nuancan.ledger.posting.RefundPostings.Amounts;
import org.nuancan.ledger.posting.Sold;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;
import org.nuancan.review.RefundedLines;

/// Separate towns for a test, with sales, refunds and closes.
public final class Town implements AutoCloseable {

    /// Accounts that no test looks at.
    private static final class Accounts implements Payees {

        @Override
        public Optional<Payee> of(long providerId, long paymentId) {
            return Optional.of(new Payee("食堂 " + providerId, "sealed", "102100099996"));
        }

        @Override
        public boolean isSuspended(long providerId) {
            return false;
        }

        @Override
        public String open(long paymentId, String sealedNumber) {
            return "6222020200012345";
        }
    }

    /// A lunch to be sold.
    ///
    /// @param bill the whole amount
    /// @param granted the part of it that is granted, half by the city and half by the district
    /// @param incentive paid by the city in addition
    /// @param excess granted too much by an offline till; the provider's loss
    /// @param eaten today, or an earlier day that is reported only now
    public record Lunch(
            long provider,
            String district,
            long elder,
            long bill,
            long granted,
            long incentive,
            long excess,
            TenderType tender,
            LocalDate eaten) {}

    /// A lunch that was sold.
    record Order(long orderId, Lunch lunch) {}

    private final ApplicationContext context;

    public Town() {
        this(Map.of());
    }

    /// @param settings that differ from the usual ones
    public Town(Map<String, Object> settings) {
        var properties = new HashMap<String, Object>(TestDatabase.fresh().properties());
        properties.putAll(settings);
        context = ApplicationContext.builder().properties(properties).environments("test").build();
        context.registerSingleton(Payees.class, new Accounts());
        context.start();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type);
    }

    public <T> T in(Transactions.Work<T> work) {
        return bean(Transactions.class).inOne(work);
    }

    void noonOf(LocalDate day) {
        bean(SettableClock.class).set(new BusinessDay(day).begins().plusSeconds(12 * 3600));
        bean(BookingDays.class).prepare(new BusinessDay(day));
    }

    public LocalDate today() {
        return BusinessDay.today(bean(SettableClock.class)).date();
    }

    /// Sells a lunch and writes the facts for the checks.
    public Order sell(Lunch lunch) {
        var grants = new ArrayList<Grant>();
        if (lunch.granted() > 0) {
            var city = lunch.granted() / 2;
            grants.add(
                    new Grant(
                            "BJ-DINER",
                            1,
                            Side.DINER,
                            Fen.of(lunch.granted()),
                            city == 0
                                    ? List.of(part(lunch.district(), lunch.granted()))
                                    : List.of(
                                            part("11", city),
                                            part(lunch.district(), lunch.granted() - city))));
        }
        if (lunch.incentive() > 0) {
            grants.add(
                    new Grant(
                            "BJ-FLOW",
                            1,
                            Side.PROVIDER,
                            Fen.of(lunch.incentive()),
                            List.of(part("11", lunch.incentive()))));
        }
        var own = lunch.bill() - lunch.granted() - lunch.excess();
        var taken = own == 0 ? List.<Taken>of() : List.of(new Taken(lunch.tender(), Fen.of(own)));
        var sold = new Sold(Fen.of(lunch.bill()), grants, taken, Fen.ZERO, Fen.of(lunch.excess()));
        var order = new Order(bean(Ids.class).next(), lunch);
        var _ =
                in(connection -> {
                    var booking = booking(connection);
                    post(
                            connection,
                            JournalKind.MEAL,
                            Cause.order(order.orderId()),
                            order,
                            booking,
                            MealPostings.of(lunch.provider(), sold));
                    bean(Facts.class).eaten(connection, List.of(eaten(order, booking)));
                    return booking;
                });
        return order;
    }

    private EatenMeal eaten(Order order, BusinessDay booking) {
        var lunch = order.lunch();
        var now = bean(SettableClock.class).instant();
        return new EatenMeal(
                order.orderId(),
                new EatenMeal.When(booking.date(), lunch.eaten(), Slot.LUNCH, now, now),
                new EatenMeal.Where(
                        lunch.district(),
                        lunch.district() + "001",
                        lunch.provider(),
                        lunch.provider(),
                        true,
                        new EatenMeal.Room(0, 0, 39_990_000, 116_470_000),
                        true),
                new EatenMeal.Who(
                        "till-" + lunch.provider(),
                        Optional.of(lunch.elder()),
                        Optional.empty(),
                        Entered.NUMBER,
                        lunch.excess() > 0),
                Fen.of(lunch.bill()),
                Fen.of(lunch.granted()),
                Fen.of(lunch.excess()));
    }

    /// Records a death, possibly of a day long ago.
    void died(long elder, LocalDate on) {
        var _ =
                in(connection -> {
                    bean(Facts.class).died(connection, elder, on);
                    return elder;
                });
        bean(PlatformChecks.class).run();
    }

    private static FundingPart part(String payer, long fen) {
        return new FundingPart(payer, Fen.of(fen));
    }

    private BusinessDay booking(Connection connection) throws SQLException {
        return bean(BookingDays.class).lockOpen(connection, new BusinessDay(today()));
    }

    private void post(
            Connection connection,
            JournalKind kind,
            Cause cause,
            Order order,
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
                                                order.lunch().provider(),
                                                order.lunch().district(),
                                                order.lunch().district()),
                                        new Dates(
                                                new BusinessDay(order.lunch().eaten()),
                                                booking,
                                                bean(SettableClock.class).instant()),
                                        List.of(),
                                        postings)));
    }

    /// Refunds a part of an order, with the effects on lines on hold or recovered.
    ///
    /// @param before the amount of it that was refunded before
    void refund(Order order, long before, long now) {
        var refundId = bean(Ids.class).next();
        var lunch = order.lunch();
        var _ =
                in(connection -> {
                    var booking = booking(connection);
                    var journals = bean(Ledger.class).ofOrder(connection, order.orderId());
                    var meal = journals.getFirst();
                    var earlier =
                            journals.stream()
                                    .filter(journal -> journal.kind() == JournalKind.REFUND)
                                    .flatMap(journal -> journal.postings().stream())
                                    .toList();
                    var back =
                            RefundPostings.of(
                                            meal.postings(),
                                            earlier,
                                            amount(lunch.bill()),
                                            amount(before),
                                            amount(now))
                                    .postings();
                    var _ =
                            bean(RefundedLines.class)
                                    .book(
                                            new RefundedLines.Refund(
                                                    refundId, meal, journals, back, booking));
                    post(
                            connection,
                            JournalKind.REFUND,
                            Cause.refund(refundId),
                            order,
                            booking,
                            back);
                    if (before + now == lunch.bill()) {
                        bean(Facts.class).returned(connection, order.orderId());
                    }
                    return refundId;
                });
    }

    private static Amounts amount(long fen) {
        return new Amounts(Fen.of(fen), Fen.ZERO);
    }

    void close(LocalDate day) {
        assertThat(bean(DailyClose.class).close(new BusinessDay(day)))
                .isInstanceOf(CloseOutcome.Closed.class);
    }

    public long number(String sql, Object... values) {
        return in(connection ->
                Sql.on(connection, sql).with(values).one(row -> row.number("answer")));
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.nuancan.close;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.nuancan.ledger.balance.BalanceService;
import org.nuancan.ledger.day.BookingDays;
import org.nuancan.ledger.posting.MealPostings;
import org.nuancan.ledger.posting.RefundPostings;
import org.nuancan.ledger.posting.RefundPostings.Amounts;
import org.nuancan.ledger.posting.Sold;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.policy.quote.RefusalReason;

/// Separate books for a test: a schema, a node on it, and sales.
public final class Books implements AutoCloseable {

    public static final BusinessDay DAY = new BusinessDay(LocalDate.of(2026, 11, 18));

    private final TestDatabase database;
    private final ApplicationContext context;

    private Books(TestDatabase database, Map<String, String> properties) {
        this.database = database;
        this.context = ApplicationContext.run(Map.copyOf(properties), "test");
        noonOf(DAY);
    }

    public static Books fresh() {
        var database = TestDatabase.fresh();
        return new Books(database, database.properties());
    }

    public Books secondNode() {
        return new Books(database, database.properties());
    }

    /// A node whose connections can be disturbed.
    Books disturbedNode() {
        return new Books(database, DisturbedDriver.properties(database));
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type));
    }

    public void noonOf(BusinessDay day) {
        at(day.begins().plusSeconds(12 * 3600));
    }

    public void at(Instant now) {
        bean(SettableClock.class).set(now);
    }

    private static final Sold LUNCH =
            new Sold(
                    Fen.of(1800),
                    List.of(
                            new Grant(
                                    "BJ-DINER",
                                    1,
                                    Side.DINER,
                                    Fen.of(500),
                                    List.of(part("11", 250), part("110105", 250))),
                            new Grant(
                                    "BJ-FLOW",
                                    1,
                                    Side.PROVIDER,
                                    Fen.of(300),
                                    List.of(part("11", 300)))),
                    List.of(new Taken(TenderType.CASH, Fen.of(1300))),
                    Fen.ZERO,
                    Fen.ZERO);

    /// A lunch of 18.00: 13.00 in cash, 5.00 granted half and half, 3.00 flow subsidy.
    public long lunch(long provider) {
        return sell(provider, LUNCH);
    }

    /// Many lunches of providers 1, 2, 3 … in one transaction.
    public void lunches(int providers, int meals) {
        var now = bean(SettableClock.class).instant();
        var ids = bean(Ids.class);
        var orders = ids.next();
        bean(BookingDays.class).prepare(BusinessDay.of(now));
        var _ =
                in(connection -> {
                    var day = bean(BookingDays.class).lockOpen(connection, BusinessDay.of(now));
                    var journals = new ArrayList<Journal>();
                    for (var order = 0; order < providers * meals; order++) {
                        var provider = 1 + order % providers;
                        journals.add(
                                new Journal(
                                        ids.next(),
                                        JournalKind.MEAL,
                                        Cause.order(orders + order),
                                        Subject.order(
                                                orders + order, provider * 10L, "110105", "110105"),
                                        new Dates(day, day, now),
                                        List.of(),
                                        MealPostings.of(provider, LUNCH)));
                    }
                    bean(Ledger.class).post(connection, journals);
                    return day;
                });
    }

    /// A sale in cash without any grant.
    public long cash(long provider, long fen) {
        return sell(
                provider,
                new Sold(
                        Fen.of(fen),
                        List.of(),
                        List.of(new Taken(TenderType.CASH, Fen.of(fen))),
                        Fen.ZERO,
                        Fen.ZERO));
    }

    public long sell(long provider, Sold sold) {
        var orderId = bean(Ids.class).next();
        post(
                JournalKind.MEAL,
                Cause.order(orderId),
                orderId,
                provider,
                MealPostings.of(provider, sold));
        return orderId;
    }

    /// A refund of an order that has only a bill.
    public void refund(long orderId, long provider, Amounts sold, Amounts refunded, Amounts now) {
        var journals = in(connection -> bean(Ledger.class).ofOrder(connection, orderId));
        var meal = journals.getFirst().postings();
        var before =
                journals.stream().skip(1).flatMap(journal -> journal.postings().stream()).toList();
        var back = RefundPostings.of(meal, before, sold, refunded, now);
        post(
                JournalKind.REFUND,
                Cause.refund(bean(Ids.class).next()),
                orderId,
                provider,
                back.postings());
    }

    public void post(
            JournalKind kind, Cause cause, long orderId, long provider, List<Posting> postings) {
        var now = bean(SettableClock.class).instant();
        var today = BusinessDay.of(now);
        var days = bean(BookingDays.class);
        var journalId = bean(Ids.class).next();
        days.prepare(today);
        var _ =
                in(connection -> {
                    var journal =
                            new Journal(
                                    journalId,
                                    kind,
                                    cause,
                                    Subject.order(orderId, provider * 10, "110105", "110105"),
                                    new Dates(today, days.lockOpen(connection, today), now),
                                    List.of(new Refusal("ZZ", 2, RefusalReason.WHO)),
                                    postings);
                    bean(Ledger.class).post(connection, List.of(journal));
                    return journal;
                });
    }

    public CloseOutcome.Closed close(BusinessDay day) {
        if (bean(DailyClose.class).close(day) instanceof CloseOutcome.Closed closed) {
            return closed;
        }
        throw new AssertionError(day + " is not over");
    }

    public <T> T in(Transactions.Work<T> work) {
        return bean(Transactions.class).inOne(work);
    }

    /// The balances of all accounts, including those at 0.
    public Map<String, Long> balances() {
        var far = new BusinessDay(LocalDate.of(9999, 1, 1));
        var balances = new TreeMap<String, Long>();
        bean(BalanceService.class)
                .list(far, Optional.empty())
                .forEach(balance ->
                        balances.put(balance.account().name(), balance.balance().value()));
        return balances;
    }

    /// One line a statement: date, provider and hash.
    public List<String> hashes() {
        return in(connection ->
                Sql.on(
                                connection,
                                """
                                select statement_date, provider_id, content_hash
                                  from statement
                                 order by statement_date, provider_id
                                """)
                        .list(row ->
                                row.date("statement_date")
                                        + " "
                                        + row.number("provider_id")
                                        + " "
                                        + row.text("content_hash")));
    }

    public long number(String sql, Object... values) {
        return in(connection ->
                Sql.on(connection, sql).with(values).one(row -> row.number("answer")));
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            var _ = statement.executeUpdate(sql);
        }
    }

    /// Allows the deletion of rows that a close wrote in this schema.
    void allowDeletion() throws SQLException {
        for (var kept : List.of("posting", "journal", "statement", "statement_step")) {
            run("drop trigger if exists %s_is_never_deleted".formatted(kept));
        }
    }

    /// Undoes all closes, after [#allowDeletion].
    void reopenAll() throws SQLException {
        for (var table :
                List.of(
                        "statement_step",
                        "statement_site",
                        "statement_fund",
                        "statement",
                        "parked_day")) {
            run("delete from " + table);
        }
        run(
                """
                delete p from posting p join journal j on j.journal_id = p.journal_id
                 where j.kind = 'CLOSE'
                """);
        run("delete from journal where kind = 'CLOSE'");
        run(
                """
                update business_day
                   set state = 'OPEN', is_complete = 0, content_hash = null, closed_at = null
                """);
    }

    static FundingPart part(String payer, long fen) {
        return new FundingPart(payer, Fen.of(fen));
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.payment.Town.Order;
import org.nuancan.receipt.Receipt;
import org.nuancan.receipt.Receipts;
import org.nuancan.receipt.Source;
import org.nuancan.reconcile.Comparison;
import org.nuancan.reconcile.Kind;
import org.nuancan.reconcile.Reconciliation;
import org.nuancan.review.Disputes;
import org.nuancan.review.Disputing;
import org.nuancan.review.Holds;
import org.nuancan.review.Outcome;
import org.nuancan.review.Review.Seen;
import org.nuancan.review.Reviewer;

/// Any weeks of a town: whatever is sold, given back, told late, withheld, recovered, disputed,
/// paid, failed, returned and carried, the books and the statements and the money agree in the end.
class RandomMonthTest {

    private static final Town TOWN = new Town();
    private static final AtomicInteger DISTRICT = new AtomicInteger(110200);
    private static final int DAYS = 12;
    private static LocalDate next = LocalDate.of(2026, 11, 1);

    private String district = "";
    private List<Long> providers = List.of();
    private final List<Order> orders = new ArrayList<>();
    private final List<Order> refunded = new ArrayList<>();
    private final List<LocalDate> days = new ArrayList<>();

    @AfterContainer
    static void end() {
        TOWN.close();
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void books_statements_and_money_agree_after_any_month(@ForAll Random random) {
        district = Integer.toString(DISTRICT.incrementAndGet());
        providers = List.of(id(), id(), id());
        List.of(orders, refunded, days).forEach(List::clear);
        for (var day = 0; day < DAYS; day++) {
            aDay(random);
            holdsTrueAnyTime();
        }
        toTheEnd();
        holdsTrueAnyTime();
        holdsTrueInTheEnd();
        plantedDifferencesAreFound();
    }

    private static long id() {
        return TOWN.bean(Ids.class).next();
    }

    private void aDay(Random random) {
        var day = next;
        next = next.plusDays(1);
        days.add(day);
        TOWN.noonOf(day);
        for (var provider : providers) {
            for (var sale = random.nextInt(4); sale > 0; sale--) {
                sell(random, provider, day);
            }
        }
        some(random, orders, 3).forEach(this::refund);
        for (var statement : TOWN.statements(district)) {
            act(random, statement);
        }
        if (random.nextInt(3) == 0) {
            var _ = TOWN.pay(district, day.minusDays(random.nextInt(3)));
        }
        answerSome(random);
        receiveSome(random);
        TOWN.noonOf(next);
        TOWN.close(day);
    }

    private void sell(Random random, long provider, LocalDate day) {
        var bill = 1000 + random.nextInt(1500);
        var granted = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(bill);
        var tender = random.nextBoolean() ? TenderType.CASH : TenderType.ECNY;
        var eaten = random.nextInt(5) == 0 ? day.minusDays(random.nextInt(5)) : day;
        orders.add(TOWN.lunch(provider, district, bill, granted, tender, eaten));
    }

    private void refund(Order order) {
        if (!refunded.contains(order)) {
            refunded.add(order);
            TOWN.refund(order);
        }
    }

    private static <T> List<T> some(Random random, List<T> all, int most) {
        var some = new ArrayList<T>();
        for (var left = random.nextInt(most); left > 0 && !all.isEmpty(); left--) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }

    /// A step of the review, a dispute, a hold, a release, or a recovery: also of a line that was
    /// paid long ago, as when a death is reported late.
    private void act(Random random, Town.Standing statement) {
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> TOWN.stepOn(statement, district);
            case 4 -> onALine(random, statement, Act.HOLD);
            case 5 -> onALine(random, statement, Act.RELEASE);
            case 6 -> {
                if (random.nextInt(3) == 0) {
                    onALine(random, statement, Act.RECOVER);
                }
            }
            default -> dispute(random, statement);
        }
    }

    private enum Act {
        HOLD,
        RELEASE,
        RECOVER
    }

    private void onALine(Random random, Town.Standing statement, Act act) {
        var lines = lines(statement.statementId());
        if (lines.isEmpty()) {
            return;
        }
        var line =
                new Holds.Line(
                        Seen.any(statement.statementId()), lines.get(random.nextInt(lines.size())));
        var holds = TOWN.bean(Holds.class);
        holds.prepare();
        var officer = Town.officer(district);
        Outcome _ =
                TOWN.in(connection -> {
                    var booking = holds.lockDay(connection);
                    return switch (act) {
                        case HOLD -> holds.hold(connection, booking, line, officer, "why");
                        case RELEASE -> holds.release(connection, booking, line, officer, "why");
                        case RECOVER -> holds.recover(connection, booking, line, officer, "why");
                    };
                });
    }

    private static List<Long> lines(long statementId) {
        return TOWN.in(connection ->
                Sql.on(
                                connection,
                                """
                                select distinct j.journal_id
                                  from statement s
                                  join posting p on p.booking_date = s.statement_date
                                                and p.provider_id = s.provider_id
                                  join journal j on j.journal_id = p.journal_id and j.kind = 'MEAL'
                                 where s.statement_id = ?
                                 order by j.journal_id
                                """)
                        .with(statementId)
                        .list(row -> row.number("journal_id")));
    }

    private void dispute(Random random, Town.Standing statement) {
        var manager = new Reviewer("manager", new Reviewer.Reach.OfProvider(statement.provider()));
        var seen = Seen.any(statement.statementId());
        Outcome _ =
                TOWN.in(connection -> {
                    var disputing = TOWN.bean(Disputing.class);
                    var open =
                            TOWN
                                    .bean(Disputes.class)
                                    .of(connection, statement.statementId())
                                    .stream()
                                    .filter(Disputes.Dispute::isOpen)
                                    .findFirst();
                    return open.isEmpty()
                            ? disputing.dispute(
                                    connection, seen, manager, 1 + random.nextInt(9), "missing")
                            : disputing.resolve(
                                    connection,
                                    seen,
                                    manager,
                                    open.get().disputeId(),
                                    Disputes.Verdict.WITHDRAWN,
                                    "found");
                });
    }

    private void answerSome(Random random) {
        for (var batch : TOWN.batches(district)) {
            for (var payment : batch.payments()) {
                var outcome =
                        switch (random.nextInt(6)) {
                            case 0, 1 -> PaymentState.SETTLED;
                            case 2 -> PaymentState.FAILED;
                            case 3 -> PaymentState.UNKNOWN;
                            case 4 -> PaymentState.RETURNED;
                            default -> PaymentState.SENT;
                        };
                if (payment.state().next().contains(outcome)) {
                    var _ = TOWN.answer(batch, List.of(TOWN.result(payment, outcome)));
                }
            }
        }
    }

    private void receiveSome(Random random) {
        for (var payer : List.of("11", district)) {
            if (random.nextInt(3) == 0) {
                receive(new Source.Payer(payer), 1 + random.nextInt(3000));
            }
        }
        if (random.nextInt(3) == 0) {
            receive(new Source.Tender(TenderType.ECNY), 1 + random.nextInt(3000));
        }
        for (var provider : providers) {
            if (random.nextInt(2) == 0) {
                receive(new Source.Provider(provider), 1 + random.nextInt(600));
            }
        }
    }

    private Receipt.Outcome receive(Source from, long fen) {
        var receipts = TOWN.bean(Receipts.class);
        receipts.prepare();
        return TOWN.in(connection ->
                receipts.record(
                        connection,
                        new Receipts.Money(
                                district,
                                from,
                                Fen.of(fen),
                                TOWN.today(),
                                Long.toString(id()),
                                "finance")));
    }

    /// Everything is approved, paid and received that can be.
    private void toTheEnd() {
        resolveAllDisputes();
        for (var round = 0; round < 2; round++) {
            for (var batch : TOWN.batches(district)) {
                for (var payment : batch.payments()) {
                    if (payment.state().next().contains(PaymentState.SETTLED)) {
                        var _ =
                                TOWN.answer(
                                        batch, List.of(TOWN.result(payment, PaymentState.SETTLED)));
                    }
                }
            }
            TOWN.approveAll(district);
            var _ = TOWN.pay(district, next);
        }
        for (var batch : TOWN.batches(district)) {
            for (var payment : batch.payments()) {
                if (payment.state() == PaymentState.SENT) {
                    var _ = TOWN.answer(batch, List.of(TOWN.result(payment, PaymentState.SETTLED)));
                }
            }
        }
        for (var balance : TOWN.balances(district).entrySet()) {
            var kind = balance.getKey().substring(0, balance.getKey().indexOf(':'));
            var owner = balance.getKey().substring(kind.length() + 1);
            if (balance.getValue() > 0) {
                switch (kind) {
                    case "claim" -> receive(new Source.Payer(owner), balance.getValue());
                    case "collected" ->
                            receive(
                                    new Source.Tender(TenderType.valueOf(owner)),
                                    balance.getValue());
                    case "payable" ->
                            assertThat(
                                            receive(
                                                    new Source.Provider(Long.parseLong(owner)),
                                                    balance.getValue()))
                                    .isInstanceOf(Receipt.Outcome.Recorded.class);
                    default -> {
                        // Nobody pays for these.
                    }
                }
            }
        }
        // What providers paid in lets the rest come to exactly nothing.
        var _ = TOWN.pay(district, next);
    }

    private void resolveAllDisputes() {
        for (var statement : TOWN.statements(district)) {
            var manager =
                    new Reviewer("manager", new Reviewer.Reach.OfProvider(statement.provider()));
            var _ =
                    TOWN.in(connection -> {
                        for (var dispute :
                                TOWN.bean(Disputes.class).of(connection, statement.statementId())) {
                            if (dispute.isOpen()) {
                                var _ =
                                        TOWN.bean(Disputing.class)
                                                .resolve(
                                                        connection,
                                                        Seen.any(statement.statementId()),
                                                        manager,
                                                        dispute.disputeId(),
                                                        Disputes.Verdict.WITHDRAWN,
                                                        "found");
                            }
                        }
                        return statement;
                    });
        }
    }

    private void holdsTrueAnyTime() {
        var balances = TOWN.balances(district);
        assertThat(balances.values().stream().mapToLong(one -> one).sum()).isZero();
        everyLineStandsOnOneStatement();
        for (var provider : providers) {
            whatIsPayableIsAccountedFor(provider, balances);
        }
        for (var payer : List.of("11", district)) {
            var claimed =
                    TOWN.number(
                            """
                            select coalesce(sum(fen), 0) as answer
                              from posting
                             where paying_district = ? and account_kind = 'claim'
                               and account_owner = ? and provider_id > 0
                            """,
                            district,
                            payer);
            var funded =
                    TOWN.number(
                            """
                            select coalesce(sum(fen), 0) as answer
                              from money_receipt
                             where district_code = ? and source_kind = 'PAYER' and source = ?
                            """,
                            district,
                            payer);
            assertThat(claimed).isEqualTo(funded + balances.getOrDefault("claim:" + payer, 0L));
        }
    }

    private void everyLineStandsOnOneStatement() {
        var closed = next.minusDays(1);
        var booked =
                TOWN.number(
                        """
                        select count(distinct journal_id, provider_id) as answer
                          from posting
                         where paying_district = ? and provider_id > 0 and booking_date <= ?
                        """,
                        district,
                        closed);
        var lines =
                TOWN.number(
                        """
                        select coalesce(sum(line_count), 0) as answer
                          from statement
                         where district_code = ?
                        """,
                        district);
        var sold =
                TOWN.number(
                        "select coalesce(sum(orders), 0) as answer from statement where"
                                + " district_code = ?",
                        district);
        assertThat(lines).isEqualTo(booked);
        assertThat(sold).isEqualTo(orders.size());
    }

    /// payable = paid + on its way + open (carried where negative) + held + recovered from hold,
    /// paid-in money taken off.
    private void whatIsPayableIsAccountedFor(long provider, Map<String, Long> balances) {
        var paidIn =
                TOWN.number(
                        """
                        select coalesce(sum(m.fen), 0) as answer
                          from receipt_match m
                          join statement s on s.statement_id = m.subject_id
                         where m.subject_kind = 'DEBT' and s.provider_id = ?
                        """,
                        provider);
        var payments = new HashMap<PaymentState, Long>();
        for (var batch : TOWN.batches(district)) {
            for (Payment payment : batch.payments()) {
                if (payment.providerId() == provider) {
                    payments.merge(payment.state(), payment.fen().value(), Long::sum);
                }
            }
        }
        var paid = payments.getOrDefault(PaymentState.SETTLED, 0L);
        var onItsWay =
                payments.getOrDefault(PaymentState.SENT, 0L)
                        + payments.getOrDefault(PaymentState.UNKNOWN, 0L);
        var payable = 0L;
        var held = 0L;
        var open = 0L;
        for (var statement : TOWN.statements(district)) {
            if (statement.provider() == provider) {
                payable += statement.payable();
                held += statement.held();
                if (!List.of("PAID", "IN_PAYMENT").contains(statement.state())) {
                    open +=
                            statement.payable()
                                    - statement.held()
                                    + paidInOn(statement.statementId());
                }
            }
        }
        assertThat(payable + paidIn)
                .as("provider %d", provider)
                .isEqualTo(paid + onItsWay + open + held);
        assertThat(-balances.getOrDefault("payable:" + provider, 0L)).isEqualTo(open);
    }

    private static long paidInOn(long statementId) {
        return TOWN.number(
                """
                select coalesce(sum(fen), 0) as answer
                  from receipt_match
                 where subject_kind = 'DEBT' and subject_id = ?
                """,
                statementId);
    }

    private void holdsTrueInTheEnd() {
        assertThat(TOWN.statements(district)).allMatch(one -> one.state().equals("PAID"));
        for (var balance : TOWN.balances(district).entrySet()) {
            var name = balance.getKey();
            if (name.startsWith("payable:") || name.startsWith("transit:")) {
                assertThat(balance.getValue()).as(name).isZero();
            }
            if (name.startsWith("claim:") || name.startsWith("collected:")) {
                assertThat(balance.getValue()).as(name).isNotPositive();
            }
        }
        for (var day : days) {
            assertThat(differences(day)).as(day.toString()).isEmpty();
        }
    }

    /// Everything that does not agree on a day; money in advance that nobody can match is none.
    private List<Kind> differences(LocalDate day) {
        return TOWN.in(connection ->
                TOWN
                        .bean(Reconciliation.class)
                        .of(connection, new Comparison.Wish(day, district))
                        .stream()
                        .flatMap(result -> result.compared().differences().stream())
                        .map(difference -> difference.kind())
                        .filter(kind -> kind != Kind.IN_ADVANCE)
                        .toList());
    }

    private void plantedDifferencesAreFound() {
        var day = next;
        next = next.plusDays(1);
        TOWN.noonOf(day);
        var provider = providers.getFirst();
        var _ = TOWN.lunch(provider, district, 1800, 500, TenderType.ECNY);
        assertThat(differences(day)).contains(Kind.NO_STATEMENT, Kind.NOT_RECEIVED);
        TOWN.noonOf(next);
        TOWN.close(day);
        TOWN.approveAll(district);
        assertThat(differences(day)).doesNotContain(Kind.NO_STATEMENT);
        if (TOWN.pay(district, day) instanceof BatchOutcome.Made(var batch, var _)) {
            var payment = batch.payments().getFirst();
            var foreign =
                    new Result(
                            "other",
                            PaymentState.SETTLED,
                            java.util.Optional.empty(),
                            java.util.Optional.empty());
            var wrong =
                    new Result(
                            payment.endToEndId(),
                            PaymentState.SETTLED,
                            java.util.Optional.of(payment.fen().plus(Fen.of(1))),
                            java.util.Optional.empty());
            var impossible = TOWN.result(payment, PaymentState.RETURNED);
            var unknown = TOWN.result(payment, PaymentState.UNKNOWN);
            var _ = TOWN.answer(batch, List.of(foreign, wrong, impossible, unknown));
            assertThat(differences(next))
                    .contains(
                            Kind.RESULT_NOT_OURS,
                            Kind.RESULT_AMOUNT_DIFFERS,
                            Kind.RESULT_CONFLICTS,
                            Kind.OUTCOME_UNKNOWN);
            assertThat(TOWN.pay(district, day)).isInstanceOf(BatchOutcome.NothingToPay.class);
            forge(day, provider);
        }
        var end = next;
        next = next.plusDays(1);
        TOWN.noonOf(end);
        TOWN.close(end.minusDays(1));
    }

    /// Somebody changes a statement behind everybody's back.
    private void forge(LocalDate day, long provider) {
        var _ =
                TOWN.in(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        update statement
                                           set state = 'PAID', gross_fen = gross_fen + 1,
                                               elsewhere_fen = elsewhere_fen + 1,
                                               payable_fen = payable_fen + 1
                                         where provider_id = ? and statement_date = ?
                                        """)
                                .with(provider, new BusinessDay(day).date())
                                .run());
        assertThat(differences(day)).contains(Kind.STATEMENT_DIFFERS, Kind.STATE_DIFFERS);
        var _ =
                TOWN.in(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        update statement
                                           set state = 'IN_PAYMENT', gross_fen = gross_fen - 1,
                                               elsewhere_fen = elsewhere_fen - 1,
                                               payable_fen = payable_fen - 1
                                         where provider_id = ? and statement_date = ?
                                        """)
                                .with(provider, new BusinessDay(day).date())
                                .run());
    }
}

package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.nuancan.db.Sql;
import org.nuancan.ledger.TenderType;
import org.nuancan.payment.Town.Lunch;
import org.nuancan.payment.Town.Order;

/// Random weeks of a town: with any sales, partial and whole refunds, late reports, holds,
/// recoveries, disputes, payments, failures, returns and carried sums, the books, statements and
/// money agree in the end. Where a test makes them disagree, the reconciliation reports it.
class RandomMonthTest {

    private static final Town TOWN = new Town();
    private static final AtomicInteger DISTRICT = new AtomicInteger(110200);
    private static final int DAYS = 12;
    private static LocalDate next = LocalDate.of(2026, 11, 1);

    @AfterContainer
    static void end() {
        everythingHasHappened();
        TOWN.close();
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void books_statements_and_money_agree_after_any_month(@ForAll Random dice) {
        var month = new Month(TOWN, Integer.toString(DISTRICT.incrementAndGet()), next);
        var laws = new Laws(month);
        var officers = new Officers(month, dice);
        var bank = new Bank(month, dice);
        for (var day = 0; day < DAYS; day++) {
            sell(month, dice);
            giveBack(month, dice);
            if (dice.nextInt(4) == 0) {
                somebodyDied(month, dice);
            }
            officers.act();
            bank.act();
            month.close();
            laws.holdAnyTime();
        }
        officers.resolveAllDisputes();
        bank.toTheEnd();
        laws.holdAnyTime();
        laws.holdInTheEnd();
        new PlantedDifferences(month).plantAndFindAll();
        next = month.today();
    }

    private static void sell(Month month, Random dice) {
        for (var provider : month.providers) {
            for (var sale = dice.nextInt(4); sale > 0; sale--) {
                month.orders.add(TOWN.sell(lunch(month, provider, dice)));
            }
        }
    }

    /// Some meals are eaten days before they are reported, by tills that were offline; some of
    /// these gave more than is allowed.
    private static Lunch lunch(Month month, long provider, Random dice) {
        var bill = 1000 + dice.nextInt(1500);
        var granted = dice.nextInt(3) == 0 ? 0 : 1 + dice.nextInt(bill);
        var cutOff = dice.nextInt(5) == 0;
        return new Lunch(
                provider,
                month.district,
                month.elders.get(dice.nextInt(month.elders.size())),
                bill,
                granted,
                dice.nextInt(3) == 0 ? 300 : 0,
                cutOff ? dice.nextInt(bill - granted + 1) : 0,
                dice.nextBoolean() ? TenderType.CASH : TenderType.ECNY,
                cutOff ? month.today().minusDays(dice.nextInt(5)) : month.today());
    }

    private static void giveBack(Month month, Random dice) {
        for (var order : some(dice, month.orders)) {
            var before = month.refunded.getOrDefault(order, 0L);
            var left = Math.toIntExact(order.lunch().bill() - before);
            if (left > 0) {
                var now = dice.nextBoolean() ? left : 1 + dice.nextInt(left);
                TOWN.refund(order, before, now);
                month.refunded.put(order, before + now);
            }
        }
    }

    private static List<Order> some(Random dice, List<Order> all) {
        var some = new ArrayList<Order>();
        for (var left = dice.nextInt(3); left > 0 && !all.isEmpty(); left--) {
            some.add(all.get(dice.nextInt(all.size())));
        }
        return some;
    }

    /// Records a death of some days ago.
    private static void somebodyDied(Month month, Random dice) {
        var elder = month.elders.get(dice.nextInt(2));
        if (month.dead.add(elder)) {
            TOWN.died(elder, month.today().minusDays(dice.nextInt(DAYS / 2)));
        }
    }

    /// Every kind of event must occur, otherwise the rules are not tested.
    private static void everythingHasHappened() {
        assertThat(texts("select distinct kind as answer from journal"))
                .contains(
                        "MEAL",
                        "REFUND",
                        "HOLD",
                        "GENUINE",
                        "RECOVERY",
                        "RECOVERY_UNDONE",
                        "CLOSE",
                        "SENT",
                        "SETTLED",
                        "FAILED",
                        "FUNDED",
                        "COLLECTED",
                        "PAID_IN");
        assertThat(texts("select distinct reason as answer from posting where reason is not null"))
                .contains("OFFLINE_EXCESS", "INCENTIVE");
        assertThat(texts("select distinct state as answer from payment"))
                .contains("SETTLED", "FAILED", "RETURNED");
        for (var happened :
                List.of(
                        "select count(*) as answer from statement where payable_fen < 0",
                        "select count(*) as answer from statement where carried_fen < 0",
                        "select count(*) as answer from statement_dispute",
                        """
                        select count(*) as answer
                          from anomaly where code = 'DEAD_ELDER' and held = 0
                        """,
                        """
                        select count(*) as answer
                          from anomaly where code = 'DEAD_ELDER' and held = 1
                        """)) {
            assertThat(TOWN.number(happened)).as(happened).isPositive();
        }
    }

    private static List<String> texts(String sql) {
        return TOWN.in(connection -> Sql.on(connection, sql).list(row -> row.text("answer")));
    }
}

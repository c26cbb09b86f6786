package org.nuancan.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.nuancan.close.statement.Statement;
import org.nuancan.close.statement.Statements;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.posting.RefundPostings.Amounts;
import org.nuancan.ledger.posting.Sold;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.Grant;

/// Random days of meals and refunds: the books balance at every instant, and the statements agree
/// with the accounts.
class CloseLawsTest {

    private static final Books BOOKS = Books.fresh();
    private static final int PROVIDERS = 3;
    private static BusinessDay day = Books.DAY;

    @AfterContainer
    static void shut() {
        BOOKS.close();
    }

    /// A meal, and the percentage of it that is refunded afterwards, in two steps.
    record Meal(
            int provider,
            long bill,
            long other,
            int granted,
            TenderType tender,
            int first,
            int rest) {}

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void statements_agree_with_the_accounts(@ForAll("days") List<Meal> meals) {
        day = day.next();
        BOOKS.noonOf(day);
        var before = BOOKS.balances();
        for (var meal : meals) {
            play(meal);
            assertThat(sum(BOOKS.balances())).isZero();
        }
        BOOKS.noonOf(day.next());

        var closed = BOOKS.close(day);

        var after = BOOKS.balances();
        assertThat(sum(after)).isZero();
        assertThat(closed.orders()).isEqualTo(meals.size());
        var made = statements();
        assertThat(made).hasSize((int) closed.statements());
        var owed = new TreeMap<String, Long>();
        for (var statement : made) {
            var sums = statement.content().sums();
            assertThat(sums.gross())
                    .isEqualTo(
                            sums.collected()
                                    .plus(sums.platformCollected())
                                    .plus(sums.discount())
                                    .plus(sums.dinerGrant()));
            assertThat(sums.elsewhere()).isEqualTo(Fen.ZERO);
            var payable = "payable:" + statement.content().providerId();
            assertThat(moved(before, after, payable)).isEqualTo(-sums.payable().value());
            statement
                    .content()
                    .funds()
                    .forEach(fund -> owed.merge(fund.payer(), fund.fen().value(), Long::sum));
        }
        owed.forEach(
                (payer, fen) -> assertThat(moved(before, after, "claim:" + payer)).isEqualTo(fen));
        for (var provider = 1; provider <= PROVIDERS; provider++) {
            for (var kind : List.of("earned:", "till:", "discount:")) {
                assertThat(after.getOrDefault(kind + provider, 0L)).isZero();
            }
        }
    }

    private static void play(Meal meal) {
        var grants = new ArrayList<Grant>();
        var granted = meal.bill() * meal.granted() / 100;
        if (granted > 3) {
            grants.add(
                    new Grant(
                            "A",
                            1,
                            Side.DINER,
                            Fen.of(granted),
                            List.of(
                                    Books.part("11", 2),
                                    Books.part("PROVIDER", 1),
                                    Books.part("CHARITY:暖", granted - 3))));
            grants.add(
                    new Grant("B", 2, Side.PROVIDER, Fen.of(300), List.of(Books.part("11", 300))));
        }
        var pays = meal.bill() + meal.other() - (grants.isEmpty() ? 0 : granted);
        var tenders = new ArrayList<Taken>();
        if (pays > 0) {
            tenders.add(new Taken(meal.tender(), Fen.of(pays)));
        }
        var sold = amounts(meal.bill(), meal.other());
        var order =
                BOOKS.sell(
                        meal.provider(),
                        new Sold(
                                Fen.of(meal.bill() + meal.other()),
                                grants,
                                tenders,
                                Fen.ZERO,
                                Fen.ZERO));
        if (meal.first() > 0) {
            var first =
                    amounts(meal.bill() * meal.first() / 100, meal.other() * meal.first() / 100);
            BOOKS.refund(order, meal.provider(), sold, amounts(0, 0), first);
            if (meal.rest() > 50) {
                var rest =
                        new Amounts(
                                sold.bill().minus(first.bill()), sold.other().minus(first.other()));
                BOOKS.refund(order, meal.provider(), sold, first, rest);
            }
        }
    }

    private static List<Statement> statements() {
        var filter =
                new Statements.Filter(
                        Optional.of(day.date()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return BOOKS.bean(Statements.class).list(filter, Long.MAX_VALUE, 100);
    }

    private static long sum(Map<String, Long> balances) {
        return balances.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long moved(Map<String, Long> before, Map<String, Long> after, String account) {
        return after.getOrDefault(account, 0L) - before.getOrDefault(account, 0L);
    }

    private static Amounts amounts(long bill, long other) {
        return new Amounts(Fen.of(bill), Fen.of(other));
    }

    @Provide
    Arbitrary<List<Meal>> days() {
        var percent = Arbitraries.integers().between(0, 100);
        return Combinators.combine(
                        Arbitraries.integers().between(1, PROVIDERS),
                        Arbitraries.longs().between(1, 4000),
                        Arbitraries.longs().between(0, 900),
                        percent,
                        Arbitraries.of(TenderType.class),
                        percent,
                        percent)
                .as(Meal::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}

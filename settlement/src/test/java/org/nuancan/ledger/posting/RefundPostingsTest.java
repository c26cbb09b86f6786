package org.nuancan.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuancan.ledger.posting.MealPostingsTest.asText;
import static org.nuancan.ledger.posting.MealPostingsTest.grant;
import static org.nuancan.ledger.posting.MealPostingsTest.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.posting.RefundPostings.Amounts;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.Grant;

class RefundPostingsTest {

    private static final long P = 42;
    private static final Amounts NOTHING = amounts(0, 0);

    @Test
    void a_whole_refund_is_the_mirror_image() {
        var meal = lunch();

        var back = RefundPostings.of(meal, List.of(), amounts(1800, 0), NOTHING, amounts(1800, 0));

        assertThat(asText(back.postings()))
                .containsExactly(
                        "till:42 -1300 CASH <1",
                        "claim:11 -250 BJ-DINER/1/DINER <2",
                        "claim:110105 -250 BJ-DINER/1/DINER <3",
                        "claim:11 -300 BJ-FLOW/1/PROVIDER <4",
                        "earned:42 300 INCENTIVE BJ-FLOW/1/PROVIDER <6",
                        "earned:42 1800 MEAL <5");
        assertThat(back.toElder()).isEqualTo(Fen.of(1300));
        assertThat(back.grants()).extracting(Grant::fen).containsExactly(Fen.of(500), Fen.of(300));
    }

    /// 601 over 250, 250 and 1300 of 1800: 83.47, 83.47 and 434.06; the remaining fen goes to the
    /// first.
    @Test
    void a_part_is_shared_by_largest_remainder_and_ties_go_to_the_earlier() {
        var back =
                RefundPostings.of(lunch(), List.of(), amounts(1800, 0), NOTHING, amounts(601, 0));

        assertThat(asText(back.postings()))
                .containsExactly(
                        "till:42 -434 CASH <1",
                        "claim:11 -84 BJ-DINER/1/DINER <2",
                        "claim:110105 -83 BJ-DINER/1/DINER <3",
                        "earned:42 601 MEAL <5");
    }

    @Test
    void the_flow_subsidy_goes_back_when_the_bill_is_gone_though_the_beer_is_kept() {
        var meal =
                MealPostings.of(
                        P,
                        new Sold(
                                Fen.of(2500),
                                List.of(grant("FLOW", Side.PROVIDER, part("11", 300))),
                                List.of(new Taken(TenderType.MOBILE, Fen.of(2500))),
                                Fen.ZERO,
                                Fen.ZERO));

        var back =
                RefundPostings.of(meal, List.of(), amounts(1800, 700), NOTHING, amounts(1800, 0));

        assertThat(asText(back.postings())).contains("claim:11 -300 FLOW/1/PROVIDER <2");
        assertThat(back.toElder()).isEqualTo(Fen.of(1800));
    }

    @Test
    void more_than_is_left_is_refused() {
        assertThatThrownBy(() ->
                        RefundPostings.of(
                                lunch(),
                                List.of(),
                                amounts(1800, 0),
                                amounts(1000, 0),
                                amounts(801, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void any_series_of_refunds_ends_where_one_whole_refund_does(@ForAll("meals") Meal meal) {
        var before = new ArrayList<Posting>();
        var refunded = NOTHING;
        for (var cut : meal.cuts()) {
            var now =
                    amounts(
                            (meal.sold().bill().value() - refunded.bill().value()) * cut / 100,
                            (meal.sold().other().value() - refunded.other().value())
                                    * (100 - cut)
                                    / 100);
            refunded = refund(meal, before, refunded, now);
        }
        var rest =
                new Amounts(
                        meal.sold().bill().minus(refunded.bill()),
                        meal.sold().other().minus(refunded.other()));
        var _ = refund(meal, before, refunded, rest);

        var left = new HashMap<Integer, Fen>();
        for (var line = 1; line <= meal.postings().size(); line++) {
            left.put(line, meal.postings().get(line - 1).fen());
        }
        before.forEach(back -> left.merge(back.mirrors().orElseThrow(), back.fen(), Fen::plus));
        assertThat(left.values()).allMatch(Fen::isZero);
    }

    /// Every step sums to zero, and refunds at most the rest of each line.
    private static Amounts refund(Meal meal, List<Posting> before, Amounts refunded, Amounts now) {
        var back =
                RefundPostings.of(meal.postings(), List.copyOf(before), meal.sold(), refunded, now);
        assertThat(Fen.sum(back.postings().stream().map(Posting::fen).toList()))
                .isEqualTo(Fen.ZERO);
        before.addAll(back.postings());
        for (var line = 1; line <= meal.postings().size(); line++) {
            var number = line;
            var fen = meal.postings().get(line - 1).fen();
            var left =
                    fen.plus(
                            Fen.sum(
                                    before.stream()
                                            .filter(posting ->
                                                    posting.mirrors().orElseThrow() == number)
                                            .map(Posting::fen)
                                            .toList()));
            assertThat(left.isZero() || left.isNegative() == fen.isNegative()).isTrue();
        }
        return new Amounts(refunded.bill().plus(now.bill()), refunded.other().plus(now.other()));
    }

    record Meal(List<Posting> postings, Amounts sold, List<Integer> cuts) {}

    @Provide
    Arbitrary<Meal> meals() {
        var amount = Arbitraries.longs().between(0, 700);
        return Combinators.combine(
                        amount.list().ofSize(7),
                        amount,
                        Arbitraries.integers().between(0, 100).list().ofMaxSize(5))
                .as(RefundPostingsTest::meal);
    }

    /// `parts`: two payers of one grant, the provider's own grant, the excess, the elder's share of
    /// the bill, an incentive, the part of the elder's payment that is paid by allowance.
    private static Meal meal(List<Long> parts, long other, List<Integer> cuts) {
        var grants = new ArrayList<Grant>();
        if (parts.get(0) > 0 && parts.get(1) > 0) {
            grants.add(grant("A", Side.DINER, part("11", parts.get(0)), part("11", parts.get(1))));
        }
        if (parts.get(2) > 0) {
            grants.add(grant("B", Side.DINER, part("PROVIDER", parts.get(2))));
        }
        var diner = Fen.sum(grants.stream().map(Grant::fen).toList());
        if (parts.get(5) > 0) {
            grants.add(grant("C", Side.PROVIDER, part("11", parts.get(5))));
        }
        var excess = Fen.of(parts.get(3));
        var bill = diner.plus(excess).plus(Fen.of(parts.get(4)));
        var pays = parts.get(4) + other;
        var rounding = Math.min(pays, 3);
        var allowance = Math.min(pays - rounding, parts.get(6));
        var tenders = new ArrayList<Taken>();
        Map.of(TenderType.ALLOWANCE, allowance, TenderType.CASH, pays - rounding - allowance)
                .forEach((type, fen) -> {
                    if (fen > 0) {
                        tenders.add(new Taken(type, Fen.of(fen)));
                    }
                });
        var sold = new Sold(bill.plus(Fen.of(other)), grants, tenders, Fen.of(rounding), excess);
        return new Meal(MealPostings.of(P, sold), new Amounts(bill, Fen.of(other)), cuts);
    }

    private static List<Posting> lunch() {
        return MealPostings.of(
                P,
                new Sold(
                        Fen.of(1800),
                        List.of(
                                grant("BJ-DINER", Side.DINER, part("11", 250), part("110105", 250)),
                                grant("BJ-FLOW", Side.PROVIDER, part("11", 300))),
                        List.of(new Taken(TenderType.CASH, Fen.of(1300))),
                        Fen.ZERO,
                        Fen.ZERO));
    }

    private static Amounts amounts(long bill, long other) {
        return new Amounts(Fen.of(bill), Fen.of(other));
    }
}

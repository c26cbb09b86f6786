package org.nuancan.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.ledger.posting.MealPostingsTest.asText;
import static org.nuancan.ledger.posting.MealPostingsTest.grant;
import static org.nuancan.ledger.posting.MealPostingsTest.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.posting.RefundPostings.Amounts;
import org.nuancan.ledger.posting.RefundPostings.AtDoor;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.Grant;

/// The last section of the design page on settlement: earnings, receipts and costs of an order that
/// two providers share.
class DoorPostingsTest {

    private static final long KITCHEN = 42;
    private static final long CARRIER = 77;
    private static final Parties AT_DOOR = new Parties(KITCHEN, CARRIER, CARRIER);
    private static final Parties AT_COUNTER = Parties.alone(KITCHEN);

    @Test
    void cash_taken_by_the_rider_is_the_carriers_and_money_of_the_acquirer_the_kitchens() {
        var postings = DoorPostings.of(AT_DOOR, ordered(Optional.empty()));

        assertThat(asText(postings))
                .containsExactly(
                        "till:77 1200 CASH",
                        "collected:ALLOWANCE 400 ALLOWANCE",
                        "claim:11 500 DINER/1/DINER",
                        "claim:11 300 FLOW/1/PROVIDER",
                        "claim:110105 200 RIDE/1/DELIVERY",
                        "earned:42 -1800 MEAL",
                        "earned:77 -300 FEE",
                        "earned:42 -300 INCENTIVE FLOW/1/PROVIDER",
                        "earned:77 -200 INCENTIVE RIDE/1/DELIVERY");
        assertThat(of(postings, CARRIER))
                .extracting(Posting::fen)
                .map(Fen::value)
                .containsExactly(1200L, 200L, -300L, -200L);
    }

    @Test
    void a_gap_is_on_the_discount_of_the_party_that_bears_it() {
        assertThat(gap(new Bearer.Kitchen())).isEqualTo("discount:42 100 IN_INSTITUTION");
        assertThat(gap(new Bearer.Deliverer())).isEqualTo("discount:77 100 IN_INSTITUTION");
        assertThat(gap(new Bearer.Payer("110105")))
                .isEqualTo("claim:110105 100 IN_INSTITUTION IN_INSTITUTION/3/DINER");
    }

    private static String gap(Bearer bearer) {
        var loss = new Loss(Fen.of(100), "IN_INSTITUTION", 3, bearer);
        return asText(DoorPostings.of(AT_DOOR, ordered(Optional.of(loss)))).get(3);
    }

    @Test
    void a_failed_meal_is_earned_by_the_kitchen_against_the_party_that_bears_it() {
        var byCarrier = new Loss(Fen.of(1800), "CARRIER_NO_SHOW", 1, new Bearer.Deliverer());
        var byPayer = new Loss(Fen.of(1800), "UNSAFE", 1, new Bearer.Payer("110105"));

        assertThat(asText(DoorPostings.failed(AT_DOOR, byCarrier)))
                .containsExactly("discount:77 1800 CARRIER_NO_SHOW", "earned:42 -1800 MEAL");
        assertThat(asText(DoorPostings.failed(AT_DOOR, byPayer)))
                .containsExactly("claim:110105 1800 UNSAFE UNSAFE/1/DINER", "earned:42 -1800 MEAL");
    }

    @Test
    void a_refund_takes_cash_from_the_till_that_returns_it_and_the_fee_from_the_carrier() {
        var meal = DoorPostings.of(AT_DOOR, ordered(Optional.empty()));

        var back =
                RefundPostings.of(
                        meal,
                        List.of(),
                        amounts(1800, 300),
                        amounts(0, 0),
                        amounts(1800, 300),
                        Optional.of(new AtDoor(Fen.of(300), KITCHEN)));

        assertThat(asText(back.postings()))
                .containsExactly(
                        "till:42 -1200 CASH <1",
                        "collected:ALLOWANCE -400 ALLOWANCE <2",
                        "claim:11 -500 DINER/1/DINER <3",
                        "claim:11 -300 FLOW/1/PROVIDER <4",
                        "claim:110105 -200 RIDE/1/DELIVERY <5",
                        "earned:42 300 INCENTIVE FLOW/1/PROVIDER <8",
                        "earned:77 200 INCENTIVE RIDE/1/DELIVERY <9",
                        "earned:42 1800 MEAL <6",
                        "earned:77 300 FEE <7");
        assertThat(back.toElder()).isEqualTo(Fen.of(1600));
    }

    private static Ordered ordered(Optional<Loss> gap) {
        var cash = Fen.of(1200).minus(gap.map(Loss::fen).orElse(Fen.ZERO));
        return new Ordered(
                Fen.of(1800),
                Fen.of(300),
                List.of(
                        grant("DINER", Side.DINER, part("11", 500)),
                        grant("FLOW", Side.PROVIDER, part("11", 300)),
                        grant("RIDE", Side.DELIVERY, part("110105", 200))),
                List.of(
                        new Taken(TenderType.CASH, cash),
                        new Taken(TenderType.ALLOWANCE, Fen.of(400))),
                gap);
    }

    @Property
    void every_fen_of_every_part_is_on_exactly_one_statement(@ForAll("orders") Order order) {
        var postings = DoorPostings.of(order.parties(), order.ordered());

        assertThat(Fen.sum(postings.stream().map(Posting::fen).toList())).isEqualTo(Fen.ZERO);
        assertThat(postings)
                .allSatisfy(posting ->
                        assertThat(posting.providerId())
                                .isIn(order.parties().kitchen(), order.parties().deliverer()));
        assertThat(sum(postings, posting -> posting.hasReason(Reason.MEAL)))
                .isEqualTo(order.ordered().meal().negated());
        assertThat(sum(of(postings, order.parties().deliverer()), p -> p.hasReason(Reason.FEE)))
                .isEqualTo(order.ordered().fee().negated());
        assertThat(sum(of(postings, order.parties().taker()), DoorPostingsTest::isCash))
                .isEqualTo(sum(postings, DoorPostingsTest::isCash));
        // The other provider's receipts and costs are negative in these sums, so both together are
        // zero.
        assertThat(elsewhere(of(postings, KITCHEN)).plus(elsewhere(of(postings, CARRIER))))
                .isEqualTo(Fen.ZERO);
    }

    /// The sum as on a statement: gross less till, collected, discount and grants to diners.
    private static Fen elsewhere(List<Posting> postings) {
        return sum(postings, DoorPostingsTest::isOfTheBill).negated();
    }

    private static boolean isOfTheBill(Posting posting) {
        return switch (posting.account()) {
            case Account.Earned _ -> !posting.hasReason(Reason.INCENTIVE);
            case Account.Claim _ -> posting.policy().orElseThrow().side() == Side.DINER;
            default -> true;
        };
    }

    @Property
    void refunds_in_parts_end_where_one_whole_refund_does(@ForAll("orders") Order order) {
        var meal = DoorPostings.of(order.parties(), order.ordered());
        var sold = new Amounts(order.bill(), order.gross().minus(order.bill()));
        var none = amounts(0, 0);
        var fee = order.ordered().fee();

        var whole =
                RefundPostings.of(
                        meal, List.of(), sold, none, sold, Optional.of(new AtDoor(fee, KITCHEN)));
        var first =
                RefundPostings.of(
                        meal,
                        List.of(),
                        sold,
                        none,
                        new Amounts(sold.bill(), Fen.ZERO),
                        Optional.of(new AtDoor(Fen.ZERO, KITCHEN)));
        var rest =
                RefundPostings.of(
                        meal,
                        first.postings(),
                        sold,
                        new Amounts(sold.bill(), Fen.ZERO),
                        new Amounts(Fen.ZERO, sold.other()),
                        Optional.of(new AtDoor(fee, KITCHEN)));

        assertThat(first.toElder().plus(rest.toElder())).isEqualTo(whole.toElder());
        var parts = new ArrayList<>(first.postings());
        parts.addAll(rest.postings());
        for (var provider : List.of(KITCHEN, CARRIER)) {
            assertThat(sum(of(parts, provider), posting -> true))
                    .isEqualTo(sum(of(whole.postings(), provider), posting -> true));
        }
        assertThat(sum(parts, posting -> true)).isEqualTo(Fen.ZERO);
    }

    record Order(Parties parties, Ordered ordered, Fen bill) {

        Fen gross() {
            return ordered.meal().plus(ordered.fee());
        }
    }

    @Provide
    static Arbitrary<Order> orders() {
        var fen = Arbitraries.longs().between(0, 3000);
        return Combinators.combine(
                        fen.list().ofSize(7),
                        Arbitraries.of(
                                new Bearer.Kitchen(),
                                new Bearer.Deliverer(),
                                new Bearer.Payer("110105")),
                        Arbitraries.of(AT_DOOR, AT_COUNTER))
                .as(DoorPostingsTest::order);
    }

    /// `parts`: a payer's grant, the provider's own grant, the gap, the elder's payment for the
    /// meal, the fee (not subsidisable), the kitchen's incentive, the carrier's incentive.
    private static Order order(List<Long> parts, Bearer bearer, Parties parties) {
        var grants = new ArrayList<Grant>();
        add(grants, "A", Side.DINER, "11", parts.get(0));
        add(grants, "B", Side.DINER, "PROVIDER", parts.get(1));
        add(grants, "C", Side.PROVIDER, "11", parts.get(5));
        add(grants, "D", Side.DELIVERY, "110105", parts.get(6));
        var gap =
                parts.get(2) > 0
                        ? Optional.of(new Loss(Fen.of(parts.get(2)), "LIMIT_USED", 1, bearer))
                        : Optional.<Loss>empty();
        var tenders = new ArrayList<Taken>();
        if (parts.get(3) > 0) {
            tenders.add(new Taken(TenderType.CASH, Fen.of(parts.get(3))));
        }
        if (parts.get(4) > 0) {
            tenders.add(new Taken(TenderType.ECNY, Fen.of(parts.get(4))));
        }
        var meal = Fen.of(parts.get(0) + parts.get(1) + parts.get(2) + parts.get(3));
        var ordered = new Ordered(meal, Fen.of(parts.get(4)), grants, tenders, gap);
        return new Order(parties, ordered, meal);
    }

    private static void add(List<Grant> grants, String code, Side side, String payer, long fen) {
        if (fen > 0) {
            grants.add(grant(code, side, part(payer, fen)));
        }
    }

    private static boolean isCash(Posting posting) {
        return posting.account() instanceof Account.Till;
    }

    private static List<Posting> of(List<Posting> postings, long provider) {
        return postings.stream().filter(posting -> posting.providerId() == provider).toList();
    }

    private static Fen sum(List<Posting> postings, Predicate<Posting> which) {
        return Fen.sum(postings.stream().filter(which).map(Posting::fen).toList());
    }

    private static Amounts amounts(long bill, long other) {
        return new Amounts(Fen.of(bill), Fen.of(other));
    }
}

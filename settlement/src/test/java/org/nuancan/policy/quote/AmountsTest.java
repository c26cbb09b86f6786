package org.nuancan.policy.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.quote.Sample.DATE;
import static org.nuancan.policy.quote.Sample.elder;
import static org.nuancan.policy.quote.Sample.fen;
import static org.nuancan.policy.quote.Sample.living;
import static org.nuancan.policy.quote.Sample.meal;
import static org.nuancan.policy.quote.Sample.policy;
import static org.nuancan.policy.quote.Sample.quote;
import static org.nuancan.policy.quote.Sample.site;
import static org.nuancan.policy.quote.Sample.where;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuancan.money.Fen;
import org.nuancan.policy.Amount;
import org.nuancan.policy.Side;
import org.nuancan.policy.Where;
import org.nuancan.policy.fact.Bill;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.MealFacts;
import org.nuancan.policy.fact.Slot;

/// The amounts of grants and their payers.
final class AmountsTest {

    private static final OptionalLong NONE = OptionalLong.empty();
    private static final Where.Within ANYWHERE = Where.Within.ANY;

    @ParameterizedTest
    @CsvSource({
        "DOWN, 1150, 2500, , 287",
        "HALF_UP, 1150, 2500, , 288",
        "UP, 1150, 2500, , 288",
        "HALF_UP, 1001, 2500, , 250",
        "UP, 1001, 2500, , 251",
        "UP, 1000, 2500, , 250",
        "DOWN, 1150, 2500, 287, 287",
        "UP, 1150, 2500, 287, 287",
        "DOWN, 1150, 10000, , 1150",
        "UP, 9223372036854775807, 10000, , 9223372036854775807",
        "DOWN, 9223372036854775807, 9999, , 9222449699651090329",
        "UP, 9223372036854775807, 9999, , 9222449699651090330",
        "UP, 1, 1, , 1",
        "HALF_UP, 1, 5000, , 1",
        "HALF_UP, 1, 4999, , 0"
    })
    void a_share_is_in_whole_fen(
            Amount.Rounding rounding, long bill, int points, @Nullable Long most, long share) {
        var max = most == null ? NONE : OptionalLong.of(most);
        var percent = new Amount.Percent(points, Bill.Basis.BILL, max, rounding);

        var quote = quote(meal(bill), policy("A").amount(percent));

        assertThat(QuoteLine.of(quote))
                .isEqualTo(share == 0 ? "; A NOTHING_TO_GRANT" : "A " + share + "; ");
    }

    @Test
    void a_share_is_of_the_bill_or_of_what_remains() {
        var half = 5_000;
        var down = Amount.Rounding.DOWN;

        var quote =
                quote(
                        meal(1000),
                        policy("A").fixed(200),
                        policy("B")
                                .side(Side.PROVIDER)
                                .amount(new Amount.Percent(half, Bill.Basis.BILL, NONE, down)),
                        policy("C")
                                .side(Side.PROVIDER)
                                .amount(
                                        new Amount.Percent(
                                                half, Bill.Basis.REMAINING, NONE, down)));

        assertThat(QuoteLine.of(quote)).isEqualTo("A 200, B 500, C 400; ");
    }

    @Test
    void the_diner_is_never_granted_more_than_remains_but_others_are() {
        var quote =
                quote(
                        meal(1000),
                        policy("A").fixed(900),
                        policy("B").fixed(300),
                        policy("C").fixed(300),
                        policy("D").side(Side.PROVIDER).fixed(5000),
                        policy("E").side(Side.DELIVERY).fixed(Long.MAX_VALUE));

        assertThat(QuoteLine.of(quote))
                .isEqualTo("A 900, B 100, D 5000, E 9223372036854775807; C NOTHING_TO_GRANT");
        assertThat(quote.elderPaysFen()).isEqualTo(Fen.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"1000, A 700", "301, A 1", "300, none", "299, none"})
    void the_elder_pays_a_price_and_never_gets_money_back(long bill, String expected) {
        var quote = quote(meal(bill), policy("A").amount(new Amount.ElderPays(300)));

        assertThat(QuoteLine.of(quote))
                .isEqualTo(expected.equals("none") ? "; A NOTHING_TO_GRANT" : expected + "; ");
    }

    @ParameterizedTest
    @EnumSource(Amount.By.class)
    void the_first_tier_that_holds_the_value_counts(Amount.By by) {
        // Born 76 years before, of care grade 2, with 4 meals that day and a bill of 1000.
        var value =
                switch (by) {
                    case AGE -> 76;
                    case CARE_GRADE -> 2;
                    case MEAL_OF_DAY -> 4 + 1;
                    case BILL -> 1000;
                };

        assertThat(granted(by, tier(value + 1, null, 9), tier(value, value, 7))).isEqualTo(7);
        assertThat(granted(by, tier(null, value, 8), tier(value + 1, null, 9))).isEqualTo(8);
        assertThat(granted(by, tier(null, value - 1, 8), tier(value, null, 9))).isEqualTo(9);
        assertThat(granted(by, tier(null, value - 1, 8), tier(value + 1, null, 9))).isZero();
        assertThat(granted(by, tier(null, null, 5), tier(value, value, 6))).isEqualTo(5);
    }

    private static Amount.Tier tier(@Nullable Integer from, @Nullable Integer to, long fen) {
        return new Amount.Tier(
                from == null ? NONE : OptionalLong.of(from),
                to == null ? NONE : OptionalLong.of(to),
                new Amount.Fixed(fen));
    }

    private static long granted(Amount.By by, Amount.Tier... tiers) {
        var policy = policy("A").amount(new Amount.Tiered(by, List.of(tiers)));
        return SubsidyEngine.quote(
                        Sample.all(policy), elder(), site(), meal(1000), List.of(), 4, Map.of())
                .granted(Side.DINER)
                .value();
    }

    @Test
    void a_grant_is_split_by_weight_and_parts_of_0_fen_are_left_out() {
        var quote =
                quote(
                        meal(1800),
                        policy("A")
                                .fixed(2)
                                .funding("11", "1", "CHARITY:x", "1", "PROVIDER", "1", "11", "1"),
                        policy("B").fixed(7).funding("11", "1", "11", "1"));

        assertThat(quote.grants().get(0).funding())
                .containsExactly(part("11", 1), part("CHARITY:x", 1));
        assertThat(quote.grants().get(1).funding()).containsExactly(part("11", 4), part("11", 3));
    }

    @ParameterizedTest
    @CsvSource({
        "HOUSEHOLD, 110105012, 110105012, 110105, 11",
        "RESIDENCE, 310101001, 310101001, 310101, 31",
        "HOUSEHOLD, 110105, 110105, 110105, 11",
        "HOUSEHOLD, 1101, 1101, 1101, 11"
    })
    void placeholders_name_the_elders_division(
            Where.Of of, String division, String street, String district, String city) {
        var elder =
                of == Where.Of.HOUSEHOLD
                        ? living(Household.Kind.LOCAL, division, "440106003")
                        : living(Household.Kind.LOCAL, "440106003", division);
        var policy =
                policy("A")
                        .fixed(6)
                        .where(where(ANYWHERE, of))
                        .funding("STREET", "1", "DISTRICT", "2", "CITY", "3");

        var quote = quote(elder, site(), meal(1800), policy);

        assertThat(quote.grants().getFirst().funding())
                .containsExactly(part(street, 1), part(district, 2), part(city, 3));
    }

    private static FundingPart part(String payer, long fen) {
        return new FundingPart(payer, Fen.of(fen));
    }

    @Test
    void goods_beside_the_meal_are_paid_in_full() {
        var meal = new MealFacts(DATE, Slot.LUNCH, Fulfilment.DINE_IN, Fen.of(3000), Fen.of(200));

        var quote = quote(meal, policy("A"));

        assertThat(QuoteLine.of(quote)).isEqualTo("A 200; ");
        assertThat(quote.elderPaysFen()).isEqualTo(Fen.of(3000 - 200));
    }
}

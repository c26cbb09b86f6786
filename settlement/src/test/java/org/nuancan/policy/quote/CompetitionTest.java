package org.nuancan.policy.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.quote.Sample.fen;
import static org.nuancan.policy.quote.Sample.meal;
import static org.nuancan.policy.quote.Sample.meals;
import static org.nuancan.policy.quote.Sample.policy;
import static org.nuancan.policy.quote.Sample.quote;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuancan.money.Fen;
import org.nuancan.policy.Amount;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.policy.Side;
import org.nuancan.policy.Who;
import org.nuancan.policy.fact.Fulfilment;

/// The order of policies and groups of competing ones.
final class CompetitionTest {

    @Test
    void turns_come_by_side_stage_priority_and_code() {
        var quote =
                quote(
                        meal(1800),
                        policy("A").side(Side.DELIVERY).turn(1, 1).fixed(1),
                        policy("B").side(Side.PROVIDER).turn(2, 2).fixed(2),
                        policy("C").turn(9, 1).fixed(3),
                        policy("D").turn(3, 8).fixed(4),
                        policy("F").turn(3, 7).fixed(6),
                        policy("E").turn(3, 7).fixed(5));

        assertThat(QuoteLine.of(quote)).isEqualTo("E 5, F 6, D 4, C 3, B 2, A 1; ");
    }

    @Test
    void the_largest_of_a_group_wins_and_the_earlier_of_equals() {
        var quote =
                quote(
                        meal(1800),
                        policy("A").group("g").turn(1, 1).fixed(200),
                        policy("B").group("g").turn(1, 2).fixed(500),
                        policy("C").group("g").turn(1, 3).fixed(500),
                        policy("D").group("g").turn(1, 4).fixed(499));

        assertThat(QuoteLine.of(quote)).isEqualTo("B 500; A BEATEN, C BEATEN, D BEATEN");
    }

    @Test
    void a_group_is_computed_against_the_bill_at_its_first_members_turn() {
        var quote =
                quote(
                        meal(1000),
                        policy("A").group("g").turn(1, 1).fixed(100),
                        policy("B").turn(2, 1).fixed(700),
                        policy("C").group("g").turn(3, 1).amount(new Amount.ElderPays(400)));

        // C takes the place of A: 1000 - 400; then 400 remain for B.
        assertThat(QuoteLine.of(quote)).isEqualTo("C 600, B 400; A BEATEN");
    }

    @Test
    void a_first_member_that_is_refused_still_gives_its_group_its_turn() {
        var quote =
                quote(
                        meal(1000),
                        policy("A").group("g").turn(1, 1).how(Fulfilment.DELIVERY),
                        policy("B").turn(2, 1).amount(new Amount.ElderPays(0)),
                        policy("C").group("g").turn(3, 1).fixed(250));

        assertThat(QuoteLine.of(quote)).isEqualTo("C 250, B 750; A FULFILMENT");
    }

    @Test
    void a_group_competes_at_one_side_only() {
        var quote =
                quote(
                        meal(1000),
                        policy("A").group("g").fixed(100),
                        policy("B").group("g").side(Side.PROVIDER).fixed(900),
                        policy("C").group("g").side(Side.DELIVERY).fixed(50));

        assertThat(QuoteLine.of(quote)).isEqualTo("A 100, B 900, C 50; ");
    }

    @Test
    void policies_of_no_group_do_not_compete_and_a_group_may_have_an_empty_name() {
        var quote =
                quote(
                        meal(1000),
                        policy("A").fixed(100),
                        policy("B").fixed(200),
                        policy("C").group("").fixed(10),
                        policy("D").group("").fixed(20));

        assertThat(QuoteLine.of(quote)).isEqualTo("A 100, B 200, D 20; C BEATEN");
    }

    @Test
    void a_grant_cut_by_a_limit_competes_with_the_rest() {
        var cut = policy("A").group("g").turn(1, 1).fixed(500);
        var quote =
                quote(
                        List.of(new Used("A", LimitOn.ELDER, LimitPer.MONTH, 3, Fen.of(9_800))),
                        meal(1800),
                        cut.limits(fen(LimitOn.ELDER, LimitPer.MONTH, 10_000)),
                        policy("B").group("g").turn(1, 2).fixed(201));

        assertThat(QuoteLine.of(quote)).isEqualTo("B 201; A BEATEN");
    }

    @Test
    void members_that_are_refused_keep_their_own_reason() {
        var quote =
                quote(
                        meal(1800),
                        policy("A").group("g").limits(meals(LimitOn.ELDER, LimitPer.DAY, 0)),
                        policy("B").group("g").fixed(0),
                        policy("C").group("g").who(new Who.MinAge(100)),
                        policy("D").group("g").fixed(1));

        assertThat(QuoteLine.of(quote)).isEqualTo("D 1; A LIMIT, B NOTHING_TO_GRANT, C WHO");
    }
}

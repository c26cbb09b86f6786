package org.nuancan.policy.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.quote.Sample.policy;
import static org.nuancan.policy.quote.Sample.where;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nuancan.policy.Where;
import org.nuancan.policy.Who;
import org.nuancan.policy.fact.Division;

/// The owners for which an officer of Chaoyang may write policies.
final class TerritoryTest {

    private static final Division CHAOYANG = new Division("110105");
    private static final Division STREET = new Division("110105012");
    private static final Division DONGCHENG = new Division("110101");

    private static Sample.Policy ours() {
        return policy("A").owner("110105").funding("110105", "1");
    }

    private static boolean isOurs(Sample.Policy policy) {
        return policy.build().staysIn(CHAOYANG);
    }

    @Test
    void owner_and_payers_are_in_the_district_or_bear_it_voluntarily() {
        assertThat(isOurs(ours())).isTrue();
        assertThat(isOurs(ours().owner("110105012").funding("110105012", "1"))).isTrue();
        assertThat(isOurs(ours().funding("PROVIDER", "1", "CHARITY:x", "1"))).isTrue();
        assertThat(isOurs(ours().owner("11"))).isFalse();
        assertThat(isOurs(ours().funding("110105", "1", "11", "1"))).isFalse();
        assertThat(isOurs(ours().funding("110101", "1"))).isFalse();
    }

    @Test
    void a_placeholder_must_not_name_another_district() {
        var byHousehold = where(Where.Within.ANY, Where.Of.HOUSEHOLD);
        var byResidence = where(Where.Within.ANY, Where.Of.RESIDENCE);
        var here = new Who.HouseholdIn(List.of(CHAOYANG, STREET));
        var partly = new Who.HouseholdIn(List.of(CHAOYANG, DONGCHENG));
        var livesHere = new Who.ResidenceIn(List.of(STREET));

        assertThat(isOurs(ours().funding("DISTRICT", "1"))).isFalse();
        assertThat(isOurs(paidBy("DISTRICT").where(byHousehold).who(here))).isTrue();
        assertThat(isOurs(paidBy("STREET").where(byHousehold).who(here))).isTrue();
        assertThat(isOurs(paidBy("CITY").where(byHousehold).who(here))).isFalse();
        assertThat(isOurs(paidBy("STREET").where(byHousehold).who(here).who())).isFalse();
        assertThat(isOurs(paidBy("STREET").where(byHousehold).who(partly))).isFalse();
        assertThat(isOurs(paidBy("STREET").where(byHousehold).who(livesHere))).isFalse();
        assertThat(isOurs(paidBy("STREET").where(byResidence).who(livesHere))).isTrue();
        assertThat(isOurs(paidBy("STREET").where(byResidence).who(here))).isFalse();
    }

    @Test
    void sites_of_the_district_and_elders_as_near_are_elders_of_the_district() {
        assertThat(isOurs(paidBy("STREET").where(sites(Where.Within.DISTRICT, STREET)))).isTrue();
        assertThat(isOurs(paidBy("STREET").where(sites(Where.Within.STREET, STREET)))).isTrue();
        assertThat(isOurs(paidBy("STREET").where(sites(Where.Within.CITY, STREET)))).isFalse();
        assertThat(isOurs(paidBy("STREET").where(sites(Where.Within.STREET, DONGCHENG)))).isFalse();
    }

    private static Sample.Policy paidBy(String payer) {
        return ours().funding(payer, "1");
    }

    private static Where sites(Where.Within within, Division siteIn) {
        return new Where(
                within,
                Where.Of.HOUSEHOLD,
                Optional.empty(),
                Optional.of(List.of(siteIn)),
                0,
                false);
    }
}

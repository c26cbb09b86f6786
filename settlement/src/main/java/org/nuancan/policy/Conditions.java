package org.nuancan.policy;

import java.util.List;
import java.util.Optional;
import org.nuancan.policy.fact.Bill;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.Fulfilment;

/// The conditions of a policy.
///
/// @param who alternatives, one of which the elder must meet; empty: every elder
/// @param where condition on the site
/// @param when condition on the meal of the day and the date
/// @param how allowed ways of fulfilment; empty: any
/// @param bill condition on the bill's amount; empty: any
/// @param needsDinerGrant whether an earlier policy must have lowered the elder's payment
public record Conditions(
        List<Who> who,
        Where where,
        When when,
        Optional<List<Fulfilment>> how,
        Optional<Bill> bill,
        boolean needsDinerGrant) {

    /// Copies the lists.
    public Conditions {
        who = List.copyOf(who);
        how = how.map(List::copyOf);
    }

    /// Whether the elder's division that counts is in `division` whenever these conditions hold:
    /// all alternatives require it, or the site is there and the elder must be near enough to it.
    boolean keepEldersIn(Division division) {
        if (where.siteIn().isPresent()
                && allLieIn(division, where.siteIn().get())
                && where.within().reachesFrom(division)) {
            return true;
        }
        return !who.isEmpty()
                && who.stream().allMatch(alternative -> keepsEldersIn(division, alternative));
    }

    private boolean keepsEldersIn(Division division, Who alternative) {
        return alternative.demands().stream()
                .anyMatch(demand ->
                        switch (demand) {
                            case Who.HouseholdIn(var named) ->
                                    where.of() == Where.Of.HOUSEHOLD && allLieIn(division, named);
                            case Who.ResidenceIn(var named) ->
                                    where.of() == Where.Of.RESIDENCE && allLieIn(division, named);
                            default -> false;
                        });
    }

    private static boolean allLieIn(Division division, List<Division> named) {
        return named.stream().allMatch(area -> area.liesIn(division));
    }
}

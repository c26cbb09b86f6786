package org.nuancan.policy;

import java.util.List;
import java.util.Optional;

/// What must hold before a policy grants.
///
/// @param who alternatives, one of which the elder must meet; none: everybody
/// @param where at which sites
/// @param when at which meals and on which days
/// @param how how the meal is had; empty: any way
/// @param bill how large the bill must be; empty: any
/// @param needsDinerGrant whether some policy must have lowered what the elder pays before
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

    /// Whether the elder's division that counts lies in `division` whenever these conditions hold:
    /// all alternatives ask for it, or the site lies there and the elder as near to it.
    boolean keepEldersIn(Division division) {
        if (where.siteIn().isPresent()
                && allLieIn(division, where.siteIn().get())
                && where.within().reachesFrom(division)) {
            return true;
        }
        return !who.isEmpty() && who.stream().allMatch(one -> keepsEldersIn(division, one));
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
        return named.stream().allMatch(one -> one.liesIn(division));
    }
}

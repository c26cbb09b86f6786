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
}

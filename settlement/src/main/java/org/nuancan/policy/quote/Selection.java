package org.nuancan.policy.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.SiteFacts;

/// Selects and orders the policies of a quote.
final class Selection {

    private static final Comparator<SubsidyPolicy> NEWEST_OF_EACH_CODE_FIRST =
            Selection::byCodeAndNewest;

    private static final Comparator<SubsidyPolicy> BY_TURN = Selection::byTurn;

    private Selection() {}

    static List<SubsidyPolicy> of(
            Collection<SubsidyPolicy> policies, ElderFacts elder, SiteFacts site, LocalDate date) {
        var inForce = new ArrayList<SubsidyPolicy>(policies.size());
        for (var policy : policies) {
            if (policy.period().holds(date)) {
                inForce.add(policy);
            }
        }
        inForce.sort(NEWEST_OF_EACH_CODE_FIRST);
        var chosen = new ArrayList<SubsidyPolicy>(inForce.size());
        for (var i = 0; i < inForce.size(); i++) {
            var policy = inForce.get(i);
            // The version is selected first: an older version does not replace a newer one that has
            // another owner.
            var isNewest = i == 0 || !inForce.get(i - 1).code().equals(policy.code());
            if (isNewest && concerns(policy.owner(), elder, site)) {
                chosen.add(policy);
            }
        }
        chosen.sort(BY_TURN);
        return chosen;
    }

    private static boolean concerns(Division owner, ElderFacts elder, SiteFacts site) {
        return elder.household().division().liesIn(owner)
                || elder.residenceDivision().liesIn(owner)
                || site.division().liesIn(owner);
    }

    private static int byCodeAndNewest(SubsidyPolicy one, SubsidyPolicy other) {
        var byCode = one.code().compareTo(other.code());
        return byCode != 0 ? byCode : Integer.compare(other.version(), one.version());
    }

    private static int byTurn(SubsidyPolicy one, SubsidyPolicy other) {
        var bySide = one.side().compareTo(other.side());
        if (bySide != 0) {
            return bySide;
        }
        var byStage = Long.compare(one.turn().stage(), other.turn().stage());
        if (byStage != 0) {
            return byStage;
        }
        var byPriority = Long.compare(one.turn().priority(), other.turn().priority());
        return byPriority != 0 ? byPriority : one.code().compareTo(other.code());
    }
}

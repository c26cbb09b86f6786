package org.nuancan.finance.policy;

import java.util.ArrayList;
import java.util.List;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.policy.Funding;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.fact.Division;

/// Limits for policies of a district: they must belong to it, and only payers in the district, the
/// provider and charities may pay for them.
final class DistrictsOwn {

    private static final String CODE = "OUTSIDE_DISTRICT";

    private final Division district;

    DistrictsOwn(String districtCode) {
        this.district = new Division(districtCode);
    }

    /// The faults of a policy that exceed the district's limits, by their place in the document.
    List<Fault> faults(SubsidyPolicy policy) {
        var faults = new ArrayList<Fault>();
        if (!policy.owner().liesIn(district)) {
            faults.add(
                    new Fault(
                            "/owner",
                            CODE,
                            "不在本区 %s / not in district %s".formatted(district, district)));
        }
        var at = 0;
        for (var entry : policy.funding()) {
            if (!paysAtHome(entry, policy)) {
                faults.add(
                        new Fault(
                                "/funding/%d/payer".formatted(at),
                                CODE,
                                "出资方须确在本区 %s / must surely lie in district %s"
                                        .formatted(district, district)));
            }
            at++;
        }
        return faults;
    }

    /// Whether the payer is in the district: checks the same policy as if the district owned it and
    /// this entry were its only funding.
    private boolean paysAtHome(Funding entry, SubsidyPolicy policy) {
        return new SubsidyPolicy(
                        policy.id(),
                        policy.name(),
                        district,
                        policy.period(),
                        policy.turn(),
                        policy.conditions(),
                        policy.amount(),
                        policy.limits(),
                        List.of(entry))
                .staysIn(district);
    }
}

package org.nuancan.subsidy;

import java.util.ArrayList;
import java.util.List;
import org.nuancan.http.ProblemException.Fault;
import org.nuancan.policy.Division;
import org.nuancan.policy.Funding;
import org.nuancan.policy.SubsidyPolicy;

/// What a district may decide: its policies are its own and cost nobody outside it but the provider
/// and charities.
final class DistrictsOwn {

    private static final String CODE = "OUTSIDE_DISTRICT";

    private final Division district;

    DistrictsOwn(String districtCode) {
        this.district = new Division(districtCode);
    }

    /// What of a policy goes beyond the district, by its place in the document.
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

    /// The same policy, the district's and paid by this one alone, must stay in the district.
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

package org.nuancan.subsidy;

import java.util.ArrayList;
import java.util.List;
import org.nuancan.http.ProblemException.Fault;
import org.nuancan.policy.Division;
import org.nuancan.policy.Funding;
import org.nuancan.policy.Payer;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.Where;
import org.nuancan.policy.Who;

/// What a district may decide: its policies are its own and cost nobody outside it but the provider
/// and charities.
///
/// The placeholders `STREET` and `DISTRICT` stand for the elder's street and district. They are
/// taken where the policy's conditions make sure that these lie in the district: else another
/// district would pay for what this one decided.
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

    private boolean paysAtHome(Funding entry, SubsidyPolicy policy) {
        return switch (entry.payer()) {
            case Payer.OfDivision(var division) -> division.liesIn(district);
            case Payer.Charity _, Payer.OwnDiscount _ -> true;
            case Payer.Placeholder placeholder ->
                    switch (placeholder) {
                        case CITY -> false;
                        case DISTRICT, STREET -> comesFromHere(policy);
                    };
        };
    }

    /// Whether whoever is granted something has the division that counts in this district.
    private boolean comesFromHere(SubsidyPolicy policy) {
        var who = policy.conditions().who();
        var where = policy.conditions().where();
        var asked = !who.isEmpty() && who.stream().allMatch(one -> asksForHere(one, where.of()));
        var beside =
                switch (where.within()) {
                    case STREET, DISTRICT -> where.siteIn().filter(this::allHere).isPresent();
                    case CITY, ANY -> false;
                };
        return asked || beside;
    }

    private boolean asksForHere(Who who, Where.Of of) {
        return who.demands().stream()
                .anyMatch(demand ->
                        switch (demand) {
                            case Who.HouseholdIn(var divisions) ->
                                    of == Where.Of.HOUSEHOLD && allHere(divisions);
                            case Who.ResidenceIn(var divisions) ->
                                    of == Where.Of.RESIDENCE && allHere(divisions);
                            default -> false;
                        });
    }

    private boolean allHere(List<Division> divisions) {
        return divisions.stream().allMatch(division -> division.liesIn(district));
    }
}

package org.nuancan.provider.site;

import java.util.List;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;

/// Checks of rules that concern more than one field of a site.
final class Refusals {

    private Refusals() {}

    static ProblemException wrongType(String pointer) {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID,
                List.of(new Fault(pointer, "WRONG_TYPE", "类型不对 / of the wrong type")));
    }

    /// @throws ProblemException `REQUEST_INVALID` if the end is before the beginning
    static void checkDays(SiteProfile profile) {
        if (profile.listedTo().filter(profile.listedFrom()::isAfter).isPresent()) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(
                            new Fault(
                                    "/listedTo",
                                    "ORDER",
                                    "早于 listedFrom / lies before listedFrom")));
        }
    }

    /// @throws ProblemException `SITE_NOT_IN_DISTRICT` if it is in another district
    static void checkDistrict(SiteProfile profile, String districtCode) {
        if (!profile.division().startsWith(districtCode)) {
            throw ProblemException.of(
                    ProblemCode.SITE_NOT_IN_DISTRICT,
                    List.of(
                            new Fault(
                                    "/division",
                                    "SITE_NOT_IN_DISTRICT",
                                    "不在服务商所在区 %s / not in the provider's district %s"
                                            .formatted(districtCode, districtCode))));
        }
    }
}

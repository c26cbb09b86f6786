package org.nuancan.provider;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.http.ProblemException.Fault;

/// Refusals that concern more than one field of a site.
final class Refusals {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private Refusals() {}

    static ProblemException wrongType(String pointer) {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID,
                List.of(new Fault(pointer, "WRONG_TYPE", "类型不对 / of the wrong type")));
    }

    /// @throws ProblemException `REQUEST_INVALID` for days that cannot be, or an end before the
    ///   beginning
    static void checkDays(SiteProfile profile) {
        var faults = new ArrayList<Fault>();
        checkYear("/listedFrom", profile.listedFrom(), faults);
        profile.listedTo().ifPresent(last -> checkYear("/listedTo", last, faults));
        if (profile.listedTo().filter(profile.listedFrom()::isAfter).isPresent()) {
            faults.add(new Fault("/listedTo", "ORDER", "早于 listedFrom / lies before listedFrom"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemCode.REQUEST_INVALID, faults);
        }
    }

    /// @throws ProblemException `SITE_NOT_IN_DISTRICT` if it lies elsewhere
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

    private static void checkYear(String pointer, LocalDate date, List<Fault> faults) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            faults.add(
                    new Fault(
                            pointer,
                            "OUT_OF_RANGE",
                            "须在 1900 至 9999 年之间 / must lie in the years 1900 to 9999"));
        }
    }
}

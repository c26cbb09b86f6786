package org.nuancan.treasury;

import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.review.Reviewer;

/// Determines the districts whose money a caller may handle.
final class Districts {

    /// A district's code in requests.
    static final String CODE = "\\d{6}";

    private Districts() {}

    /// The caller as a payer of a district.
    ///
    /// @throws ProblemException `FORBIDDEN` for another district
    static Reviewer payer(Caller caller, String districtCode) {
        check(caller, districtCode);
        return new Reviewer(caller.username(), new Reviewer.Reach.Finance(districtCode));
    }

    /// @throws ProblemException `FORBIDDEN` for another district
    static void check(Caller caller, String districtCode) {
        if (!caller.covers(districtCode)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
    }

    static ProblemException invalid(String pointer, String detail) {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID,
                List.of(new ProblemException.Fault(pointer, "VALUE", detail)));
    }
}

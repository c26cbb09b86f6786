package org.nuancan.finance;

import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.review.step.Reviewer;

/// Determines the districts whose money a caller may handle.
public final class Districts {

    /// A district's code in requests.
    public static final String CODE = "\\d{6}";

    private Districts() {}

    /// The caller as a payer of a district.
    ///
    /// @throws ProblemException `FORBIDDEN` for another district
    public static Reviewer payer(Caller caller, String districtCode) {
        check(caller, districtCode);
        return new Reviewer(caller.username(), new Reviewer.Reach.Finance(districtCode));
    }

    /// @throws ProblemException `FORBIDDEN` for another district
    public static void check(Caller caller, String districtCode) {
        if (!caller.covers(districtCode)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
    }

    /// The problem `REQUEST_INVALID` with one bad field.
    ///
    /// @param pointer JSON pointer to the field
    /// @param detail text for the caller, which must not repeat the value
    public static ProblemException invalid(String pointer, String detail) {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID,
                List.of(new ProblemException.Fault(pointer, "VALUE", detail)));
    }
}

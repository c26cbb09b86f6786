package org.nuancan.till;

import java.util.List;
import java.util.Optional;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.ledger.TenderType;

/// Checks of tenders that do not need the amount to pay.
public final class TenderRules {

    private TenderRules() {}

    /// The fault of some tenders; empty if they have none.
    ///
    /// @param roundingFen the amount that the provider waives
    public static Optional<ProblemCode> fault(List<TenderBody> tenders, long roundingFen) {
        if (tenders.stream().anyMatch(TenderRules::lacksReference)) {
            return Optional.of(ProblemCode.REFERENCE_REQUIRED);
        }
        var onlyCash = tenders.stream().allMatch(tender -> tender.type() == TenderType.CASH);
        return roundingFen > 0 && !onlyCash
                ? Optional.of(ProblemCode.ROUNDING_REFUSED)
                : Optional.empty();
    }

    private static boolean lacksReference(TenderBody tender) {
        return !tender.type().isTakenByProvider() && tender.reference() == null;
    }
}

package org.nuancan.till;

import java.util.List;
import java.util.Optional;
import org.nuancan.http.ProblemCode;
import org.nuancan.ledger.TenderType;

/// What may be said about tenders before anybody asks what is to be paid.
public final class TenderRules {

    private TenderRules() {}

    /// What is wrong with them; empty if nothing is.
    ///
    /// @param roundingFen what the provider lets go
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

package org.nuancan.bank.advice;

import org.nuancan.bank.advice.Advice.Meaning;
import org.nuancan.bank.advice.Advice.Outcome;

/// Codes of `ExternalPaymentTransactionStatus1Code` and the related code sets for batches and
/// messages.
public final class StatusCodes {

    /// Some payments of the batch were accepted, others were not; the file must name them one by
    /// one.
    public static final String PARTLY = "PART";

    private StatusCodes() {}

    /// The meaning of a code; unclear for an empty or unknown one.
    public static Meaning meaning(String code) {
        return switch (code) {
            case "ACSC", "ACCC" -> new Meaning.Status(Outcome.SETTLED);
            case "RJCT", "CANC" -> new Meaning.Status(Outcome.FAILED);
            // Neither paid nor returned.
            case "BLCK" -> new Meaning.Status(Outcome.UNKNOWN);
            case "ACTC", "ACCP", "ACSP", "ACWC", "ACWP", "ACFC", "ACIS", "ACPT", "ACSF" ->
                    new Meaning.Status(Outcome.PENDING);
            // PDNG: checks are in progress, and another status follows.
            case "RCVD", "PATC", "PDNG", "PRES", PARTLY -> new Meaning.Status(Outcome.PENDING);
            default -> new Meaning.Unclear("status " + (code.isEmpty() ? "is missing" : code));
        };
    }
}

package org.nuancan.console.review;

import java.util.List;

/// What approving several statements at once led to.
public record Approvals(List<String> approved, List<Refused> refused) {

    /// A statement that was not approved.
    ///
    /// @param code why, as meal-api names it
    public record Refused(String statementId, String code) {}
}

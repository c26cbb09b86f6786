package org.nuancan.console.policy;

import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Grant;

/// What policies grant on one meal, as the simulator answers it.
public record Quote(
        long grossFen,
        long billFen,
        long elderPaysFen,
        List<Grant> grants,
        List<Refused> refusals) {

    /// Quotes of several cases, in their order.
    record Quotes(List<Quote> quotes) {}

    /// A policy that grants nothing.
    ///
    /// @param reason the first condition that fails, such as `WHO`
    public record Refused(String code, int version, String reason) {}

    /// What a policy grants.
    public Optional<Grant> grant(String code) {
        return grants.stream().filter(grant -> grant.code().equals(code)).findFirst();
    }

    /// Why a policy grants nothing; empty if it grants, or does not concern the meal.
    public Optional<String> reason(String code) {
        return refusals.stream()
                .filter(refusal -> refusal.code().equals(code))
                .map(Refused::reason)
                .findFirst();
    }
}

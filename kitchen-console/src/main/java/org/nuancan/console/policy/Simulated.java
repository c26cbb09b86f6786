package org.nuancan.console.policy;

import java.util.List;
import org.nuancan.console.page.Language;

/// What policies grant on the meal of the simulator.
///
/// @param policies all that the reader may see, for their names
public record Simulated(Quote quote, List<Policy> policies) {

    /// The name of a policy.
    public String name(Language language, String code) {
        return policies.stream()
                .filter(policy -> policy.code().equals(code))
                .reduce((_, later) -> later)
                .map(policy -> policy.name(language))
                .orElse(code);
    }
}

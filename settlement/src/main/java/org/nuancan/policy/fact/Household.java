package org.nuancan.policy.fact;

/// An elder's household registration (户籍).
///
/// @param kind local or not
/// @param division place of registration
public record Household(Kind kind, Division division) {

    /// Whether the household is registered in the city that runs this service.
    public enum Kind {
        /// 本市户籍
        LOCAL,
        /// 非本市户籍
        NON_LOCAL
    }
}

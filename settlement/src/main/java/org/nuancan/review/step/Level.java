package org.nuancan.review.step;

/// A level of review. Each person acts at one level of a statement only.
public enum Level {
    /// The platform itself, without a person: the checks, the close, the bank's answers.
    PLATFORM,
    /// The provider itself.
    PROVIDER,
    /// The streets of its sites.
    STREET,
    /// The provider's district.
    DISTRICT,
    /// The finance officers who pay.
    FINANCE
}

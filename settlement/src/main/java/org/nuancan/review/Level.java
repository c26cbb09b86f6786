package org.nuancan.review;

/// Who acts on a statement. Each level is somebody else's.
public enum Level {
    /// The checks, the close, the bank's answers: nobody in person.
    PLATFORM,
    /// The provider itself.
    PROVIDER,
    /// The streets of its sites.
    STREET,
    /// The provider's district.
    DISTRICT,
    /// Those who pay.
    FINANCE
}

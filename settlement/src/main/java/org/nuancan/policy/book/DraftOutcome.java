package org.nuancan.policy.book;

/// Outcome of writing a policy.
public sealed interface DraftOutcome {

    /// It is stored as a draft.
    record Drafted(PolicyOnFile draft) implements DraftOutcome {}

    /// This version of the code exists already.
    record VersionExists() implements DraftOutcome {}

    /// Its code is not 1 to 64 printable characters of ASCII and cannot be stored.
    record CodeRefused() implements DraftOutcome {}
}

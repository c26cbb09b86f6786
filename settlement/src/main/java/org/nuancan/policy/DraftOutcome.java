package org.nuancan.policy;

/// What came of writing a policy.
public sealed interface DraftOutcome {

    /// It is kept as a draft.
    record Drafted(PolicyOnFile draft) implements DraftOutcome {}

    /// There is this version of the code already.
    record VersionExists() implements DraftOutcome {}

    /// Its code is not 1 to 64 printable characters of ASCII and cannot be kept.
    record CodeRefused() implements DraftOutcome {}
}

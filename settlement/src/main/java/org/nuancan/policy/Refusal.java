package org.nuancan.policy;

/// That a policy grants nothing on a meal, and why.
///
/// @param code the policy's code
/// @param version the version that was in force
/// @param reason the first condition that fails
public record Refusal(String code, int version, RefusalReason reason) {}

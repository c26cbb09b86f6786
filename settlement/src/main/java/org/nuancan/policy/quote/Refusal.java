package org.nuancan.policy.quote;

/// A policy that grants nothing on a meal, with the reason.
///
/// @param code the policy's code
/// @param version the version that was in force
/// @param reason the first condition that fails
public record Refusal(String code, int version, RefusalReason reason) {}

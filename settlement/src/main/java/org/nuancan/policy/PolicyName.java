package org.nuancan.policy;

/// Names of a policy.
///
/// @param zh in Chinese
/// @param en in English
public record PolicyName(String zh, String en) {}

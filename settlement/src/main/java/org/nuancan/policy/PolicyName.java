package org.nuancan.policy;

/// What people call a policy.
///
/// @param zh in Chinese
/// @param en in English
public record PolicyName(String zh, String en) {}

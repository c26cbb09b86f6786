package org.nuancan.console.api;

/// A policy that gave nothing, and why.
///
/// @param reason one of the engine's words, such as `LIMIT`
public record Refusal(String code, int version, String reason) {}

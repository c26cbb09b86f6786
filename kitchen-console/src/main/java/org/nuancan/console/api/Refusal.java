package org.nuancan.console.api;

/// A policy that gave nothing, and why.
///
/// @param reason one of the engine's words, such as `LIMIT`
/// @param text the reason in words, in the requested language
public record Refusal(String code, int version, String reason, String text) {}

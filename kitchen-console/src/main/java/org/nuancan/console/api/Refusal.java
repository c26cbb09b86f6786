package org.nuancan.console.api;

/// A policy that gave nothing, and why.
///
/// @param reason one of the engine's words, such as `LIMIT`
/// @param text the same in plain words, in the language that was asked for
public record Refusal(String code, int version, String reason, String text) {}

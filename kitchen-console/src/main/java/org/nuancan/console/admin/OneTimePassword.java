package org.nuancan.console.admin;

/// A password that is shown once and must be changed at the first sign-in.
public record OneTimePassword(String username, String oneTimePassword) {}

package org.nuancan.console.api;

/// Who is paid for meals.
public record Provider(String providerId, String name) {}

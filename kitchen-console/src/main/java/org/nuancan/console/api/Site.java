package org.nuancan.console.api;

/// A place where meals are served.
public record Site(String siteId, String providerId, String name, String division) {}

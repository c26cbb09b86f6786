package org.nuancan.console.api;

/// A place where meals are served.
///
/// @param providerName who is paid for its meals
public record Site(
        String siteId, String providerId, String providerName, String name, String division) {}

package org.nuancan.policy;

/// What policies ask about a site, as of the service date.
///
/// @param division where it lies
/// @param type what kind of place it is
/// @param grade 0 to 5
/// @param listed whether it is filed with the district
public record SiteFacts(Division division, SiteType type, int grade, boolean listed) {}

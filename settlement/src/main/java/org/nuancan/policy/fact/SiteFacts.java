package org.nuancan.policy.fact;

/// Facts about a site that policies use, as of the service date.
///
/// @param division its division
/// @param type kind of site
/// @param grade 0 to 5
/// @param listed whether it is filed with the district
public record SiteFacts(Division division, SiteType type, int grade, boolean listed) {}

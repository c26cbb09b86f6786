package org.nuancan.policy;

/// Over what the grants of a policy are counted.
public enum LimitOn {
    /// The elder.
    ELDER,
    /// The site.
    SITE,
    /// The provider of the site.
    PROVIDER,
    /// Everything the policy grants.
    POLICY
}

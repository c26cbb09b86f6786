package org.nuancan.policy;

/// The subject over which a policy's grants are counted.
public enum LimitOn {
    /// The elder.
    ELDER,
    /// The site.
    SITE,
    /// The provider of the site.
    PROVIDER,
    /// All grants of the policy.
    POLICY
}

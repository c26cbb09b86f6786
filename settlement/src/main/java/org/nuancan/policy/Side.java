package org.nuancan.policy;

/// Who gets a grant, in the order in which they are computed.
public enum Side {
    /// Lowers what the elder pays.
    DINER,
    /// An extra paid to the provider of the site (流量补贴).
    PROVIDER,
    /// An extra paid to whoever delivers.
    DELIVERY
}

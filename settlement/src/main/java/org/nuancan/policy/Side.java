package org.nuancan.policy;

/// Sides that receive grants, in the order in which they are computed.
public enum Side {
    /// Lowers the elder's payment.
    DINER,
    /// An extra paid to the provider of the site (流量补贴).
    PROVIDER,
    /// An extra paid to the provider that delivers.
    DELIVERY
}

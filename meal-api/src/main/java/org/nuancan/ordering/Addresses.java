package org.nuancan.ordering;

/// Rules for delivery addresses in requests.
public final class Addresses {

    /// At least one visible character and no control characters, which could affect a printer.
    public static final String TEXT = "(?=.*\\S)\\P{Cntrl}*";

    private Addresses() {}
}

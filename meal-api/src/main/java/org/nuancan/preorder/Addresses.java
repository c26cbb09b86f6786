package org.nuancan.preorder;

/// Addresses as they come from outside.
public final class Addresses {

    /// Something visible, and nothing that moves a printer.
    public static final String TEXT = "(?=.*\\S)\\P{Cntrl}*";

    private Addresses() {}
}

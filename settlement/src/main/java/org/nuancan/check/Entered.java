package org.nuancan.check;

/// How the till identified the elder.
public enum Entered {
    CARD,
    NUMBER,
    CODE,
    /// Ordered in the elder's name; nothing was presented.
    PERSON,
    /// Sold without an elder.
    NOBODY
}

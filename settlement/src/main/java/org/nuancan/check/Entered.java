package org.nuancan.check;

/// How the till knew who eats.
public enum Entered {
    CARD,
    NUMBER,
    CODE,
    /// Ordered in the elder's name; nothing was presented.
    PERSON,
    /// Sold to nobody in particular.
    NOBODY
}

package org.nuancan.elder;

/// Why a credential is not usable; each is a problem's code too.
public enum UnusableReason {
    /// No such card.
    CARD_UNKNOWN,
    /// Reported lost.
    CARD_LOST,
    /// Stopped by an officer.
    CARD_FROZEN,
    /// Gone for good.
    CARD_CANCELLED,
    /// Its last day is over.
    CARD_EXPIRED,
    /// Not a code of this service.
    CODE_UNKNOWN,
    /// Too old.
    CODE_EXPIRED,
    /// It has paid for a meal already.
    CODE_USED,
    /// No registered elder has this ID number.
    ELDER_UNKNOWN,
    /// Registered, but suspended, dead or moved away.
    ELDER_NOT_ACTIVE
}

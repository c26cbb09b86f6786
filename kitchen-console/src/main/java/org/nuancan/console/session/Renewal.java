package org.nuancan.console.session;

/// What became of a session that was looked at.
public sealed interface Renewal {

    /// The session continues, unchanged or with new tokens.
    record GoesOn(Session session) implements Renewal {}

    /// It has ended; only signing in helps.
    record Over() implements Renewal {}

    /// meal-api gave no answer; the session may still be good.
    record Unknown() implements Renewal {}
}

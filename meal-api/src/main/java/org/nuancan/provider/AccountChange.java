package org.nuancan.provider;

import java.time.Instant;
import java.util.Optional;

/// A change of the account that a provider is paid to.
///
/// @param account with the whole number
/// @param goodFrom since when it is paid to, once a second person has confirmed it
record AccountChange(
        long changeId,
        long providerId,
        BankAccount account,
        String askedBy,
        Instant askedAt,
        Optional<String> confirmedBy,
        Optional<Instant> goodFrom,
        Optional<String> withdrawnBy) {

    /// Where a change stands.
    enum State {
        /// For a second person.
        WAITS,
        /// For 24 hours to pass.
        CONFIRMED,
        /// It is paid to this account, or was before a later change.
        GOOD,
        WITHDRAWN
    }

    State state(Instant now) {
        if (withdrawnBy.isPresent()) {
            return State.WITHDRAWN;
        }
        if (goodFrom.isEmpty()) {
            return State.WAITS;
        }
        return goodFrom.get().isAfter(now) ? State.CONFIRMED : State.GOOD;
    }
}

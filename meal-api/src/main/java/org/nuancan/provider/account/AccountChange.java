package org.nuancan.provider.account;

import java.time.Instant;
import java.util.Optional;
import org.nuancan.provider.BankAccount;

/// A change of a provider's bank account.
///
/// @param account with the full number
/// @param goodFrom time from which payments go to it, once a second person has confirmed it
record AccountChange(
        long changeId,
        long providerId,
        BankAccount account,
        String askedBy,
        Instant askedAt,
        Optional<String> confirmedBy,
        Optional<Instant> goodFrom,
        Optional<String> withdrawnBy) {

    /// State of a change.
    enum State {
        /// Waiting for a second person.
        WAITS,
        /// Confirmed, waiting for 24 hours.
        CONFIRMED,
        /// In force now, or before a later change.
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

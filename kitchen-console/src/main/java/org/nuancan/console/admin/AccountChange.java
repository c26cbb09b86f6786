package org.nuancan.console.admin;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Another bank account that somebody asked for.
///
/// @param state `WAITS`, `CONFIRMED`, `GOOD` or `WITHDRAWN`
/// @param goodFrom from when payments go there
public record AccountChange(
        String changeId,
        Provider.BankAccount bankAccount,
        String state,
        String askedBy,
        OffsetDateTime askedAt,
        Optional<String> confirmedBy,
        Optional<OffsetDateTime> goodFrom) {

    /// The changes of a provider.
    public record Changes(List<AccountChange> items) {}
}

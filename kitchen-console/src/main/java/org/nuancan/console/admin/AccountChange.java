package org.nuancan.console.admin;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// A requested change of a bank account.
///
/// @param state `WAITS`, `CONFIRMED`, `GOOD` or `WITHDRAWN`
/// @param goodFrom when payments start to use the account
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

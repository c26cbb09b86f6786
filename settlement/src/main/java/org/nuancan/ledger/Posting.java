package org.nuancan.ledger;

import java.util.Optional;
import java.util.OptionalInt;
import org.nuancan.money.Fen;

/// One movement on one account.
///
/// @param providerId the provider whose statement includes it; 0 if no statement includes it
/// @param account the account
/// @param fen debits positive, credits negative, never 0
/// @param policy on parts of grants and on incentives earned: the policy
/// @param reason one of [Reason] or, on `till:` and `collected:`, of [TenderType]
/// @param mirrors in a journal that reverses another of the same order: the line, from 1, that this
///   posting reverses
public record Posting(
        long providerId,
        Account account,
        Fen fen,
        Optional<PolicyRef> policy,
        Optional<String> reason,
        OptionalInt mirrors) {

    /// @throws IllegalArgumentException if the amount is 0
    public Posting {
        if (fen.isZero()) {
            throw new IllegalArgumentException("a posting of 0 fen on " + account.name());
        }
    }

    /// A posting without policy and reason.
    public static Posting of(long providerId, Account account, Fen fen) {
        return new Posting(
                providerId, account, fen, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /// A posting with its reason.
    public static Posting of(long providerId, Account account, Fen fen, String reason) {
        return new Posting(
                providerId,
                account,
                fen,
                Optional.empty(),
                Optional.of(reason),
                OptionalInt.empty());
    }

    /// The same posting with a policy.
    public Posting under(PolicyRef ref) {
        return new Posting(providerId, account, fen, Optional.of(ref), reason, mirrors);
    }

    /// The posting that reverses `amount` of this posting.
    ///
    /// @param line position of this posting in its journal, from 1
    /// @param amount of the same sign as this posting, and no more than it
    public Posting mirrored(int line, Fen amount) {
        return new Posting(
                providerId, account, amount.negated(), policy, reason, OptionalInt.of(line));
    }

    /// Whether it has exactly this reason; false for a posting without one.
    public boolean hasReason(String other) {
        return reason.isPresent() && reason.get().equals(other);
    }
}

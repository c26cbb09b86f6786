package org.nuancan.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// An account that can sign in: a user or a terminal.
///
/// @param displayName the user's name as shown to people; for a terminal its id
/// @param secretHash of the password or the terminal's secret; empty before activation
/// @param changesPassword whether the password is a one-time password, to be changed at the first
///   sign-in
/// @param epoch tokens with an earlier epoch are void
/// @param version grows by 1 with each change of the record
public record Account(
        String name,
        String displayName,
        String role,
        ScopeWords scope,
        Optional<String> secretHash,
        boolean changesPassword,
        int epoch,
        int version,
        AccountTimes times) {

    /// When the account was made and changed, and the users who did so.
    ///
    /// @param pendingSince since when it waits for a second person; empty if it does not
    /// @param confirmedBy the person who confirmed it last; `system` if no second person was needed
    public record AccountTimes(
            Instant createdAt,
            String createdBy,
            Optional<Instant> changedAt,
            Optional<String> changedBy,
            Optional<Instant> disabledAt,
            Optional<Instant> pendingSince,
            Optional<String> confirmedBy) {}

    /// Whether it cannot sign in until it is enabled again.
    public boolean isDisabled() {
        return times.disabledAt().isPresent();
    }

    /// Whether a second person has to confirm it before its first sign-in.
    public boolean isPending() {
        return times.pendingSince().isPresent();
    }

    /// Whether it belongs to a terminal; otherwise it belongs to a user.
    public boolean isTerminal() {
        return role.equals(Role.POS_TERMINAL);
    }

    /// The state; an account that is disabled and also waits counts as disabled.
    public AccountState state() {
        if (isDisabled()) {
            return AccountState.DISABLED;
        }
        return isPending() ? AccountState.PENDING : AccountState.ACTIVE;
    }

    /// @throws ProblemException `STALE_VERSION` with the person who changed the account last, and
    ///   the time
    public void requireVersion(int read) {
        if (version != read) {
            throw ProblemException.with(
                    ProblemCode.STALE_VERSION,
                    Map.of(
                            "changedBy", times.changedBy().orElse(times.createdBy()),
                            "changedAt", times.changedAt().orElse(times.createdAt()).toString()));
        }
    }
}

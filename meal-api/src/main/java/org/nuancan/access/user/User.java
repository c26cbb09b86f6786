package org.nuancan.access.user;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Account;
import org.nuancan.access.AccountState;
import org.nuancan.access.ScopeWords;

/// A user as shown to others, without the password.
///
/// @param disabledAt null while the account is in use
/// @param pendingSince since when it waits for a second person; null if it does not
/// @param confirmedBy the person who confirmed it last; `system` if no second person was needed
/// @param changedBy the person who changed it last; null if it was not changed
@Introspected
public record User(
        String username,
        String displayName,
        String role,
        ScopeWords scope,
        AccountState state,
        boolean disabled,
        @Nullable Instant disabledAt,
        @Nullable Instant pendingSince,
        @Nullable String confirmedBy,
        boolean passwordChangeRequired,
        Instant createdAt,
        String createdBy,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        int version) {

    static User of(Account account) {
        var times = account.times();
        return new User(
                account.name(),
                account.displayName(),
                account.role(),
                account.scope(),
                account.state(),
                account.isDisabled(),
                times.disabledAt().orElse(null),
                times.pendingSince().orElse(null),
                times.confirmedBy().orElse(null),
                account.changesPassword(),
                times.createdAt(),
                times.createdBy(),
                times.changedAt().orElse(null),
                times.changedBy().orElse(null),
                account.version());
    }
}

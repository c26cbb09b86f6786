package org.nuancan.access.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Account;
import org.nuancan.access.NewAccount;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.UtcMicros;

/// A row of `account`.
///
/// @param area the division of its scope: empty for the city, otherwise 6 or 9 digits
/// @param version counts its changes from 1. Each change is made with the row locked, and some
///   changes come without a version, so updates do not compare it.
@MappedEntity("account")
public record AccountEntity(
        @Id String name,
        String displayName,
        String role,
        @Nullable String districtCode,
        @Nullable String streetCode,
        @Nullable Long providerId,
        @Nullable Long siteId,
        String area,
        @Nullable String secretHash,
        boolean changesPassword,
        int epoch,
        int version,
        @Nullable @UtcMicros Instant disabledAt,
        @Nullable String disabledBy,
        @Nullable @UtcMicros Instant pendingSince,
        @Nullable String confirmedBy,
        @UtcMicros Instant createdAt,
        String createdBy,
        @Nullable @UtcMicros Instant changedAt,
        @Nullable String changedBy) {

    static AccountEntity of(NewAccount account, String area, Instant now, String by) {
        return new AccountEntity(
                account.name(),
                account.displayName(),
                account.role(),
                account.scope().districtCode(),
                account.scope().streetCode(),
                number(account.scope().providerId()),
                number(account.scope().siteId()),
                area,
                account.secretHash().orElse(null),
                false,
                0,
                1,
                null,
                null,
                account.isPending() ? now : null,
                account.isPending() ? null : "system",
                now,
                by,
                null,
                null);
    }

    /// The account as a value; the ids of its scope become texts.
    public Account account() {
        return new Account(
                name,
                displayName,
                role,
                new ScopeWords(districtCode, streetCode, text(providerId), text(siteId)),
                Optional.ofNullable(secretHash),
                changesPassword,
                epoch,
                version,
                new Account.AccountTimes(
                        createdAt,
                        createdBy,
                        Optional.ofNullable(changedAt),
                        Optional.ofNullable(changedBy),
                        Optional.ofNullable(disabledAt),
                        Optional.ofNullable(pendingSince),
                        Optional.ofNullable(confirmedBy)));
    }

    private static @Nullable Long number(@Nullable String id) {
        return id == null ? null : Long.valueOf(id);
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : id.toString();
    }
}

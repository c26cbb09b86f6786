package org.nuancan.provider;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `provider_account_change`.
///
/// @param accountNumber encrypted by [AccountNumbers]
/// @param open null once the change is decided; unique, so that a provider has one open change
@MappedEntity("provider_account_change")
public record AccountChangeEntity(
        @Id long changeId,
        long providerId,
        String accountName,
        String accountNumber,
        String bankCode,
        @Nullable Boolean open,
        String askedBy,
        @UtcMicros Instant askedAt,
        @Nullable String confirmedBy,
        @UtcMicros @Nullable Instant confirmedAt,
        @UtcMicros @Nullable Instant goodFrom,
        @Nullable String withdrawnBy,
        @UtcMicros @Nullable Instant withdrawnAt) {

    /// The change after a second person confirmed it; it is no longer open.
    ///
    /// @param good time from which payments go to the account
    public AccountChangeEntity confirmed(String by, Instant at, Instant good) {
        return new AccountChangeEntity(
                changeId,
                providerId,
                accountName,
                accountNumber,
                bankCode,
                null,
                askedBy,
                askedAt,
                by,
                at,
                good,
                withdrawnBy,
                withdrawnAt);
    }

    /// The change after it was withdrawn; it is no longer open, and a confirmation is kept.
    public AccountChangeEntity withdrawn(String by, Instant at) {
        return new AccountChangeEntity(
                changeId,
                providerId,
                accountName,
                accountNumber,
                bankCode,
                null,
                askedBy,
                askedAt,
                confirmedBy,
                confirmedAt,
                goodFrom,
                by,
                at);
    }
}

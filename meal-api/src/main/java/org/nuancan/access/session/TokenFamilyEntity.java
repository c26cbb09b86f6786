package org.nuancan.access.session;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `token_family`: one sign-in.
///
/// @param name of the account
/// @param epoch the account's epoch at the sign-in
/// @param endsAt the time when all of its refresh tokens have expired
/// @param endedAt null unless it was ended
@MappedEntity("token_family")
record TokenFamilyEntity(
        @Id long familyId,
        String name,
        int epoch,
        @UtcMicros Instant startedAt,
        @UtcMicros Instant endsAt,
        @Nullable @UtcMicros Instant endedAt) {

    boolean isOpenAt(Instant now) {
        return endedAt == null && !endsAt.isBefore(now);
    }
}

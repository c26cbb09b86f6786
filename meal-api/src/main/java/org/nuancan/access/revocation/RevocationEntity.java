package org.nuancan.access.revocation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `revocation`.
///
/// @param subject `name:` and the account's name, or `family:` and the id of a sign-in
/// @param epoch tokens with a lower one are void
/// @param endsAt all such tokens have expired at this time
@MappedEntity("revocation")
record RevocationEntity(@Id String subject, int epoch, @UtcMicros Instant endsAt) {}

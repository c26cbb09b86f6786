package org.nuancan.welfare;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.nuancan.db.UtcMicros;

/// A row of `welfare_round`.
///
/// @param skipped number of elders who could not be checked in the last run
@MappedEntity("welfare_round")
record RoundEntity(@Id LocalDate roundDate, @UtcMicros Instant lookedAt, int raised, int skipped) {}

package org.nuancan.delivery;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.policy.fact.Slot;

/// A row of `delivery_run`.
///
/// @param providerId the provider that delivers
/// @param version number of its changes, from 1. Each change locks the row, and the riders'
///   requests carry no version, so updates do not compare it.
@MappedEntity("delivery_run")
record RunEntity(
        @Id long runId,
        long providerId,
        long siteId,
        long kitchenId,
        String division,
        LocalDate runDate,
        Slot slot,
        String rider,
        RunState state,
        int version,
        @UtcMicros Instant createdAt,
        String createdBy,
        @Nullable @UtcMicros Instant departedAt,
        @Nullable @UtcMicros Instant finishedAt) {

    static RunEntity of(Run run, String by) {
        return new RunEntity(
                run.runId(),
                run.parties().carrierId(),
                run.parties().siteId(),
                run.parties().kitchenId(),
                run.parties().division(),
                run.date(),
                run.slot(),
                run.rider(),
                run.state(),
                run.version(),
                run.times().createdAt(),
                by,
                run.times().departedAt().orElse(null),
                run.times().finishedAt().orElse(null));
    }

    Run run(List<Run.Stop> stops) {
        return new Run(
                runId,
                new Run.Parties(providerId, siteId, kitchenId, division),
                runDate,
                slot,
                rider,
                state,
                version,
                new Run.Times(
                        createdAt,
                        Optional.ofNullable(departedAt),
                        Optional.ofNullable(finishedAt)),
                stops);
    }
}

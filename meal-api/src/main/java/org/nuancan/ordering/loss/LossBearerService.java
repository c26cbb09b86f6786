package org.nuancan.ordering.loss;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.ordering.loss.LossBearerController.NewVersion;

/// Maintains the table of loss bearers: versions are added and never changed.
@Singleton
class LossBearerService {

    /// A version of a reason.
    ///
    /// @param effectiveTo the last service date; null: open
    @Introspected
    record Version(
            LossReason reason,
            int version,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            String bearer,
            String setBy) {}

    private final LossBearerRepository repository;
    private final Clock clock;

    LossBearerService(LossBearerRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @ReadOnly
    List<Version> list() {
        return repository.list().stream().map(LossBearerEntity::version).toList();
    }

    @Transactional
    Version add(NewVersion body, String by) {
        // The first version always exists: its lock makes concurrent additions wait.
        var last = repository.lockVersions(body.reason()).getLast();
        var added =
                new LossBearerEntity(
                        new LossBearerEntity.Key(body.reason(), last + 1),
                        body.effectiveFrom(),
                        body.effectiveTo(),
                        body.bearer(),
                        by,
                        clock.instant());
        return repository.save(added).version();
    }
}

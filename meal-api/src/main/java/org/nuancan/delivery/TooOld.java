package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.nuancan.kitchen.Stale;

/// What was carried away although it was too old to leave. A meal that was handed over was handed
/// over, so no call of a rider is refused for it; what went wrong stands on the run and is told.
@Singleton
final class TooOld {

    private final TooOldRepository meals;
    private final RunEvents events;

    TooOld(TooOldRepository meals, RunEvents events) {
        this.meals = meals;
        this.events = events;
    }

    /// Writes it down and tells the kitchen, the carrier and the officers of the area.
    void notice(Run run, List<Stale> stale, Instant at) {
        if (stale.isEmpty()) {
            return;
        }
        var _ =
                meals.saveAll(
                        stale.stream().map(one -> TooOldEntity.of(run.runId(), one, at)).toList());
        events.tooOld(run, stale, at);
    }

    /// What stands on a run, by batch.
    List<Stale> of(long runId) {
        return meals.findByIdRunIdOrderByIdBatchId(runId).stream()
                .map(TooOldEntity::stale)
                .toList();
    }

    /// It had left in time: the phone was late, not the meal.
    void withdraw(long runId) {
        meals.deleteByIdRunId(runId);
    }
}

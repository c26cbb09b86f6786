package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.nuancan.kitchen.Stale;

/// Records meals that left although they were too old. Calls of a rider are not refused for this
/// reason, because the meals are already on the way; the fault is stored with the run and reported
/// as an event.
@Singleton
public final class TooOld {

    private final TooOldRepository meals;
    private final RunEvents events;

    TooOld(TooOldRepository meals, RunEvents events) {
        this.meals = meals;
        this.events = events;
    }

    /// Stores the fault and notifies the kitchen, the carrier and the officers of the area.
    public void notice(Run run, List<Stale> stale, Instant at) {
        if (stale.isEmpty()) {
            return;
        }
        var _ =
                meals.saveAll(
                        stale.stream().map(one -> TooOldEntity.of(run.runId(), one, at)).toList());
        events.tooOld(run, stale, at);
    }

    /// The portions stored for a run, by batch.
    List<Stale> of(long runId) {
        return meals.findByIdRunIdOrderByIdBatchId(runId).stream()
                .map(TooOldEntity::stale)
                .toList();
    }

    /// Removes the fault of a run that left in time but whose departure was reported late.
    public void withdraw(long runId) {
        meals.deleteByIdRunId(runId);
    }
}

package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.nuancan.kitchen.Stale;

/// What was carried away although it was too old to leave. A meal that was handed over was handed
/// over, so no call of a rider is refused for it; what went wrong stands on the run and is told.
@Singleton
final class TooOld {

    private final TooOldRepository repository;
    private final RunEvents events;

    TooOld(TooOldRepository repository, RunEvents events) {
        this.repository = repository;
        this.events = events;
    }

    /// Writes it down and tells the kitchen, the carrier and the officers of the area.
    void notice(Connection connection, Run run, List<Stale> stale, Instant at) throws SQLException {
        if (stale.isEmpty()) {
            return;
        }
        var _ =
                repository.saveAll(
                        stale.stream()
                                .map(one ->
                                        new TooOldEntity(
                                                new TooOldEntity.Key(run.runId(), one.batchId()),
                                                one.sku(),
                                                one.cookedAt(),
                                                one.portions(),
                                                at))
                                .toList());
        events.tooOld(connection, run, stale, at);
    }

    /// What stands on a run, by batch; in the transaction that is open.
    List<Stale> list(long runId) {
        return repository.findByIdRunIdOrderByIdBatchId(runId).stream()
                .map(kept ->
                        new Stale(
                                kept.sku(), kept.id().batchId(), kept.cookedAt(), kept.portions()))
                .toList();
    }

    /// It had left in time: the phone was late, not the meal. In the transaction that is open.
    void withdraw(long runId) {
        var _ = repository.deleteByIdRunId(runId);
    }
}

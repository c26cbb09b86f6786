package org.nuancan.kitchen.batch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuancan.check.Facts;
import org.nuancan.db.InList;
import org.nuancan.db.Transactions;
import org.nuancan.kitchen.batch.Batch.Hold;
import org.nuancan.menu.Menu;

/// Reads and writes batches and their holding temperatures in the current transaction.
@Singleton
public final class CookedBatches {

    private final CookedBatchRepository repository;
    private final HoldRepository holds;
    private final Transactions transactions;
    private final Facts facts;

    /// @param facts facts that the platform's checks examine
    CookedBatches(
            CookedBatchRepository repository,
            HoldRepository holds,
            Transactions transactions,
            Facts facts) {
        this.repository = repository;
        this.holds = holds;
        this.transactions = transactions;
        this.facts = facts;
    }

    void add(Batch batch, String by, Instant now) {
        var _ = repository.save(CookedBatchEntity.of(batch, by, now));
        var _ =
                transactions.inOne(connection -> {
                    facts.cooked(
                            connection,
                            batch.batchId(),
                            batch.siteId(),
                            batch.date(),
                            batch.slot(),
                            batch.portions());
                    return true;
                });
    }

    /// The batches cooked for a meal, in order of cooking time.
    public List<Batch> of(Menu.Meal meal) {
        return withHolds(repository.list(meal.siteId(), meal.date(), meal.slot()));
    }

    /// Batches of a meal that were reported until an instant, without their holding temperatures.
    List<Batch> reportedBy(Menu.Meal meal, Instant until) {
        return repository.listReported(meal.siteId(), meal.date(), meal.slot(), until).stream()
                .map(batch -> batch.with(List.of()))
                .toList();
    }

    /// The batches that a site cooked from a day on.
    List<Batch> since(long siteId, LocalDate from) {
        return withHolds(repository.listSince(siteId, from));
    }

    Optional<Batch> find(long batchId) {
        return withHolds(repository.findById(batchId).stream().toList()).stream().findFirst();
    }

    /// Adds a reading; a second reading at the same instant is ignored.
    void hold(long batchId, Hold hold, String by) {
        holds.add(batchId, hold.at(), hold.decicelsius(), by);
    }

    /// @return false if the batch has fewer portions left
    boolean discard(long batchId, int portions) {
        return repository.discard(batchId, portions) == 1;
    }

    private List<Batch> withHolds(List<CookedBatchEntity> batches) {
        var ids = batches.stream().map(CookedBatchEntity::batchId).toList();
        Map<Long, List<Hold>> byBatch =
                holds.list(InList.of(ids)).stream()
                        .collect(
                                Collectors.groupingBy(
                                        hold -> hold.id().batchId(),
                                        Collectors.mapping(HoldEntity::hold, Collectors.toList())));
        return batches.stream()
                .map(batch -> batch.with(byBatch.getOrDefault(batch.batchId(), List.of())))
                .toList();
    }
}

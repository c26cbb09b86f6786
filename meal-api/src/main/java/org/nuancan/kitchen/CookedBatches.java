package org.nuancan.kitchen;

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
import org.nuancan.kitchen.Batch.Hold;
import org.nuancan.menu.Menu;

/// CookedBatches and the temperatures at which they are kept, in the transaction that is open.
@Singleton
final class CookedBatches {

    private final CookedBatchRepository repository;
    private final HoldRepository holds;
    private final Transactions transactions;
    private final Facts facts;

    /// @param facts what the platform's checks look at
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

    /// What was cooked for a meal, what was cooked first first.
    List<Batch> of(Menu.Meal meal) {
        return withHolds(repository.list(meal.siteId(), meal.date(), meal.slot()));
    }

    /// CookedBatches of a meal that were reported until an instant, without their holds.
    List<Batch> reportedBy(Menu.Meal meal, Instant until) {
        return repository.listReported(meal.siteId(), meal.date(), meal.slot(), until).stream()
                .map(batch -> batch.with(List.of()))
                .toList();
    }

    /// What a site cooked from a day on.
    List<Batch> since(long siteId, LocalDate from) {
        return withHolds(repository.listSince(siteId, from));
    }

    Optional<Batch> find(long batchId) {
        return withHolds(repository.findById(batchId).stream().toList()).stream().findFirst();
    }

    /// A reading; the same instant again is the same reading.
    void hold(long batchId, Hold hold, String by) {
        holds.add(batchId, hold.at(), hold.decicelsius(), by);
    }

    /// @return false if the batch has not so many portions left
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

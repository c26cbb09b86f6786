package org.nuancan.kitchen.batch;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.db.Ids;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Id;
import org.nuancan.kitchen.batch.BatchController.BatchAnswer;
import org.nuancan.kitchen.batch.BatchController.NewBatch;
import org.nuancan.kitchen.batch.BatchController.NewHold;
import org.nuancan.kitchen.batch.BatchController.Reading;
import org.nuancan.menu.Menu;
import org.nuancan.policy.fact.Slot;
import org.nuancan.provider.site.OwnSites;

/// Records the batches that kitchens report.
@Singleton
public class CookedBatchService {

    /// A complete list, never paged.
    ///
    /// @param next always null
    record Listed<T>(List<T> items, @Nullable String next) {}

    /// Checks which dish was cooked and for which meal.
    @Singleton
    record Reported(KnownDishes dishes, MealsCooked meals, Ids ids) {}

    /// Number of days within which a batch can be reported.
    static final int DAYS_REMINDED = 7;

    private static final int TENTHS = 10;

    private final OwnSites sites;
    private final CookedBatches batches;
    private final Reported reported;
    private final KitchenSettings rules;
    private final Clock clock;

    CookedBatchService(
            OwnSites sites,
            CookedBatches batches,
            Reported reported,
            KitchenSettings rules,
            Clock clock) {
        this.sites = sites;
        this.batches = batches;
        this.reported = reported;
        this.rules = rules;
        this.clock = clock;
    }

    /// @throws ProblemException `NOT_FOUND`, `SKU_UNKNOWN`, `REQUEST_INVALID` for a cooking time in
    ///   the future or more than a week ago
    @Transactional
    BatchAnswer cooked(Id siteId, NewBatch body, Caller caller) {
        var site = sites.find(siteId, caller);
        var now = clock.instant();
        refuseFuture(body.cookedAt(), now, "/cookedAt");
        if (body.cookedAt().isBefore(now.minus(DAYS_REMINDED, ChronoUnit.DAYS))) {
            throw refused("/cookedAt", "早于一周前 / more than a week ago");
        }
        reported.dishes().mustHave(site.siteId(), body.sku(), now);
        var meal = reported.meals().of(site.siteId(), body);
        var batch =
                new Batch(
                        reported.ids().next(),
                        meal.siteId(),
                        meal.date(),
                        meal.slot(),
                        body.sku(),
                        body.portions(),
                        0,
                        body.cookedAt(),
                        tenths(body.coreTemperature()),
                        List.of());
        batches.add(batch, caller.username(), now);
        return answer(batch);
    }

    @ReadOnly
    Listed<BatchAnswer> batches(Id siteId, LocalDate date, Slot slot, Caller caller) {
        var site = sites.find(siteId, caller);
        return new Listed<>(
                batches.of(new Menu.Meal(site.siteId(), date, slot)).stream()
                        .map(this::answer)
                        .toList(),
                null);
    }

    @Transactional
    BatchAnswer hold(Id batchId, NewHold body, Caller caller) {
        refuseFuture(body.at(), clock.instant(), "/at");
        var batch = own(batchId.value(), caller);
        if (body.at().isBefore(batch.cookedAt())) {
            throw refused("/at", "早于烹饪时间 / before it was cooked");
        }
        var hold = new Batch.Hold(body.at(), tenths(body.temperature()));
        batches.hold(batch.batchId(), hold, caller.username());
        return answer(own(batchId.value(), caller));
    }

    /// @throws ProblemException `UNUSABLE` if the batch has fewer portions left
    @Transactional
    BatchAnswer discard(Id batchId, int portions, Caller caller) {
        var batch = own(batchId.value(), caller);
        if (!batches.discard(batch.batchId(), portions)) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        return answer(own(batchId.value(), caller));
    }

    /// A batch of one of the caller's sites.
    ///
    /// @throws ProblemException `NOT_FOUND`
    @ReadOnly
    Batch own(long batchId, Caller caller) {
        var batch =
                batches.find(batchId).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        var _ = sites.find(new Id(batch.siteId()), caller);
        return batch;
    }

    private static void refuseFuture(Instant at, Instant now, String pointer) {
        if (at.isAfter(now)) {
            throw refused(pointer, "尚未发生 / in the future");
        }
    }

    private static ProblemException refused(String pointer, String why) {
        return ProblemException.of(ProblemCode.REQUEST_INVALID, List.of(fault(pointer, why)));
    }

    private static Fault fault(String pointer, String why) {
        return new Fault(pointer, "VALUE", why);
    }

    private static int tenths(BigDecimal celsius) {
        return celsius.movePointRight(1).intValueExact();
    }

    private static BigDecimal celsius(int tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }

    BatchAnswer answer(Batch batch) {
        return new BatchAnswer(
                Long.toString(batch.batchId()),
                Long.toString(batch.siteId()),
                batch.date(),
                batch.slot(),
                batch.sku(),
                batch.portions(),
                batch.discarded(),
                batch.cookedAt(),
                celsius(batch.coreDecicelsius()),
                batch.holds().stream()
                        .map(hold -> new Reading(hold.at(), celsius(hold.decicelsius())))
                        .toList(),
                batch.mayLeave(clock.instant(), rules),
                batch.coreDecicelsius() < rules.coreCelsius() * TENTHS
                        ? List.of("CORE_TOO_COLD")
                        : List.of());
    }

    /// The number of portions reported as cooked of each dish, without those thrown away.
    @ReadOnly
    public Map<String, Integer> produced(Menu.Meal meal) {
        return batches.of(meal).stream()
                .collect(Collectors.groupingBy(Batch::sku, Collectors.summingInt(Batch::usable)));
    }
}

package org.nuancan.kitchen;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.http.Id;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.http.ProblemException.Fault;
import org.nuancan.kitchen.BatchController.BatchAnswer;
import org.nuancan.kitchen.BatchController.NewBatch;
import org.nuancan.kitchen.BatchController.NewHold;
import org.nuancan.kitchen.BatchController.NewSample;
import org.nuancan.kitchen.BatchController.Reading;
import org.nuancan.kitchen.BatchController.SampleAnswer;
import org.nuancan.kitchen.SampleRows.Sample;
import org.nuancan.menu.Menu;
import org.nuancan.policy.Slot;
import org.nuancan.provider.OwnSites;

/// Batches and samples as kitchens report them.
@Singleton
final class KitchenDesk {

    /// A whole list; never paged.
    ///
    /// @param next always null
    record Listed<T>(List<T> items, @Nullable String next) {}

    /// What is to be done about samples.
    record Reminders(List<BatchAnswer> missing, List<SampleAnswer> kept, List<SampleAnswer> due) {}

    /// Where things are written, and by which rules.
    @Singleton
    record Books(
            BatchRows batches,
            SampleRows samples,
            KnownDishes dishes,
            MealsCooked meals,
            Ids ids) {}

    private static final int DAYS_REMINDED = 7;
    private static final int TENTHS = 10;

    private final Transactions transactions;
    private final OwnSites sites;
    private final Books books;
    private final KitchenSettings rules;
    private final Clock clock;

    KitchenDesk(
            Transactions transactions,
            OwnSites sites,
            Books books,
            KitchenSettings rules,
            Clock clock) {
        this.transactions = transactions;
        this.sites = sites;
        this.books = books;
        this.rules = rules;
        this.clock = clock;
    }

    /// @throws ProblemException `NOT_FOUND`, `SKU_UNKNOWN`, `REQUEST_INVALID` for what will be
    ///   cooked later or was cooked over a week ago
    BatchAnswer cooked(Id siteId, NewBatch body, Caller caller) {
        var site = sites.find(siteId, caller);
        var now = clock.instant();
        refuseFuture(body.cookedAt(), now, "/cookedAt");
        if (body.cookedAt().isBefore(now.minus(DAYS_REMINDED, ChronoUnit.DAYS))) {
            throw refused("/cookedAt", "早于一周前 / more than a week ago");
        }
        return transactions.inOne(connection -> {
            books.dishes().mustHave(site.siteId(), body.sku(), now);
            var meal = books.meals().of(site.siteId(), body);
            var batch =
                    new Batch(
                            books.ids().next(),
                            meal.siteId(),
                            meal.date(),
                            meal.slot(),
                            body.sku(),
                            body.portions(),
                            0,
                            body.cookedAt(),
                            tenths(body.coreTemperature()),
                            List.of());
            books.batches().insert(connection, batch, caller.username(), now);
            return answer(batch);
        });
    }

    Listed<BatchAnswer> batches(Id siteId, LocalDate date, Slot slot, Caller caller) {
        var site = sites.find(siteId, caller);
        return transactions.reading(connection ->
                new Listed<>(
                        books
                                .batches()
                                .of(connection, new Menu.Meal(site.siteId(), date, slot))
                                .stream()
                                .map(this::answer)
                                .toList(),
                        null));
    }

    BatchAnswer hold(Id batchId, NewHold body, Caller caller) {
        refuseFuture(body.at(), clock.instant(), "/at");
        return transactions.inOne(connection -> {
            var batch = own(connection, batchId.value(), caller);
            if (body.at().isBefore(batch.cookedAt())) {
                throw refused("/at", "早于烹饪时间 / before it was cooked");
            }
            var hold = new Batch.Hold(body.at(), tenths(body.temperature()));
            books.batches().hold(connection, batch.batchId(), hold, caller.username());
            return answer(own(connection, batchId.value(), caller));
        });
    }

    /// @throws ProblemException `UNUSABLE` if the batch has not so many left
    BatchAnswer discard(Id batchId, int portions, Caller caller) {
        return transactions.inOne(connection -> {
            var batch = own(connection, batchId.value(), caller);
            if (!books.batches().discard(connection, batch.batchId(), portions)) {
                throw ProblemException.of(ProblemCode.UNUSABLE);
            }
            return answer(own(connection, batchId.value(), caller));
        });
    }

    /// @throws ProblemException `SAMPLE_REFUSED` for too little or too short
    SampleAnswer sample(Id batchId, NewSample body, Caller caller) {
        return transactions.inOne(connection -> {
            var batch = own(connection, batchId.value(), caller);
            var faults = new ArrayList<Fault>();
            if (body.grams() < rules.sampleGrams()) {
                faults.add(
                        fault(
                                "/grams",
                                "至少 %d 克 / at least %d g"
                                        .formatted(rules.sampleGrams(), rules.sampleGrams())));
            }
            var earliest = batch.cookedAt().plus(rules.sampleKept());
            if (body.keptUntil().isBefore(earliest)) {
                faults.add(
                        fault(
                                "/keptUntil",
                                "至少留样至 %s / keep it at least until %s"
                                        .formatted(earliest, earliest)));
            }
            if (!faults.isEmpty()) {
                throw ProblemException.of(ProblemCode.SAMPLE_REFUSED, faults);
            }
            var sample =
                    new Sample(
                            books.ids().next(),
                            batch.batchId(),
                            body.grams(),
                            body.keptUntil(),
                            body.location(),
                            caller.username(),
                            clock.instant(),
                            Optional.empty());
            books.samples().insert(connection, sample);
            return answer(sample);
        });
    }

    Reminders reminders(Id siteId, Caller caller) {
        var site = sites.find(siteId, caller).siteId();
        var now = clock.instant();
        var today = BusinessDay.of(now).date();
        return transactions.reading(connection -> {
            var samples =
                    books.samples().of(connection, site, today.minusDays(DAYS_REMINDED), today);
            var sampled = samples.stream().map(Sample::batchId).collect(Collectors.toSet());
            var missing =
                    books.batches().since(connection, site, today.minusDays(DAYS_REMINDED)).stream()
                            .filter(batch -> !sampled.contains(batch.batchId()))
                            .map(this::answer)
                            .toList();
            var kept = samples.stream().filter(one -> one.disposedAt().isEmpty()).toList();
            return new Reminders(
                    missing,
                    kept.stream()
                            .filter(one -> one.keptUntil().isAfter(now))
                            .map(KitchenDesk::answer)
                            .toList(),
                    kept.stream()
                            .filter(one -> !one.keptUntil().isAfter(now))
                            .map(KitchenDesk::answer)
                            .toList());
        });
    }

    /// @throws ProblemException `UNUSABLE` before its time is over
    SampleAnswer dispose(Id sampleId, Caller caller) {
        return transactions.inOne(connection -> {
            var found =
                    books.samples()
                            .find(connection, sampleId.value())
                            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            var _ = sites.find(new Id(found.siteId()), caller);
            var now = clock.instant();
            if (found.sample().keptUntil().isAfter(now)) {
                throw ProblemException.of(ProblemCode.UNUSABLE);
            }
            books.samples().dispose(connection, sampleId.value(), caller.username(), now);
            return answer(
                    books.samples().find(connection, sampleId.value()).orElseThrow().sample());
        });
    }

    private Batch own(Connection connection, long batchId, Caller caller) throws SQLException {
        var batch =
                books.batches()
                        .find(connection, batchId)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
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

    private BatchAnswer answer(Batch batch) {
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

    private static SampleAnswer answer(Sample sample) {
        return new SampleAnswer(
                Long.toString(sample.sampleId()),
                Long.toString(sample.batchId()),
                sample.grams(),
                sample.keptUntil(),
                sample.location(),
                sample.keptBy(),
                sample.keptAt(),
                sample.disposedAt().orElse(null));
    }

    /// How many portions were reported cooked of each dish, without what was thrown away.
    Map<String, Integer> produced(Connection connection, Menu.Meal meal) throws SQLException {
        return books.batches().of(connection, meal).stream()
                .collect(Collectors.groupingBy(Batch::sku, Collectors.summingInt(Batch::usable)));
    }
}

package org.nuancan.kitchen;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.access.Caller;
import org.nuancan.db.Transactions;
import org.nuancan.document.LabelFormat;
import org.nuancan.document.Pdf;
import org.nuancan.http.text.Id;
import org.nuancan.kitchen.ProductionController.Answer;
import org.nuancan.kitchen.ProductionController.Balance;
import org.nuancan.kitchen.ProductionController.BalanceAnswer;
import org.nuancan.kitchen.ProductionController.DropPoint;
import org.nuancan.kitchen.batch.CookedBatchService;
import org.nuancan.kitchen.batch.CookedBatches;
import org.nuancan.menu.Menu;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.record.MealHistory;
import org.nuancan.policy.fact.Slot;
import org.nuancan.provider.division.Divisions;
import org.nuancan.provider.site.OwnSites;
import org.nuancan.provider.site.SiteOnFile;

/// Answers a kitchen's questions about a meal. Every answer is computed from the [MealBook] at one
/// instant.
@Singleton
final class ProductionService {

    /// The sources of the answers.
    @Singleton
    record Sources(
            MealBook book,
            MealHistory history,
            CookedBatchService kitchen,
            CookedBatches batches,
            List<StopNumbers> stops) {}

    private final Transactions transactions;
    private final OwnSites sites;
    private final Divisions divisions;
    private final Sources sources;
    private final PrintOuts prints;
    private final Clock clock;

    ProductionService(
            Transactions transactions,
            OwnSites sites,
            Divisions divisions,
            Sources sources,
            PrintOuts prints,
            Clock clock) {
        this.transactions = transactions;
        this.sites = sites;
        this.divisions = divisions;
        this.sources = sources;
        this.prints = prints;
        this.clock = clock;
    }

    Answer production(
            Id siteId, LocalDate date, Slot slot, Optional<Instant> since, Caller caller) {
        return production(sites.find(siteId, caller), date, slot, since);
    }

    private Answer production(SiteOnFile site, LocalDate date, Slot slot, Optional<Instant> since) {
        var meal = new Menu.Meal(site.siteId(), date, slot);
        return transactions.snapshot(_ -> {
            var takenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var servings = sources.book().of(meal);
            var counted = Production.of(servings);
            var changes =
                    since.isEmpty()
                            ? List.<Changes.Change>of()
                            : Changes.since(since.get(), servings, sources.history().of(meal));
            return new Answer(
                    Long.toString(site.siteId()),
                    date,
                    slot,
                    takenAt,
                    counted.orders(),
                    counted.portions(),
                    counted.dishes(),
                    counted.different(),
                    dropPoints(servings),
                    since.orElse(null),
                    changes);
        });
    }

    private List<DropPoint> dropPoints(Collection<Serving> servings) {
        return servings.stream()
                .map(Serving::dropPoint)
                .distinct()
                .sorted()
                .map(code -> new DropPoint(code, dropPointName(code)))
                .toList();
    }

    private String dropPointName(String dropPoint) {
        return dropPoint.equals(Serving.COUNTER)
                ? "柜台自取 counter"
                : divisions.name(dropPoint).orElse(dropPoint);
    }

    BalanceAnswer balance(Id siteId, LocalDate date, Slot slot, Caller caller) {
        var site = sites.find(siteId, caller);
        var meal = new Menu.Meal(site.siteId(), date, slot);
        return transactions.snapshot(_ -> {
            var takenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var produced = sources.kitchen().produced(meal);
            var lines = new TreeMap<String, Tally>();
            produced.keySet().forEach(sku -> lines.put(sku, new Tally(sku, sku)));
            for (var serving : sources.book().of(meal)) {
                for (var plate : serving.plates()) {
                    lines.merge(
                            plate.sku(),
                            new Tally(plate.nameZh(), plate.nameEn())
                                    .plus(serving, plate.quantity()),
                            Tally::plus);
                }
            }
            return new BalanceAnswer(
                    Long.toString(site.siteId()), date, slot, takenAt, balance(lines, produced));
        });
    }

    private static List<Balance> balance(Map<String, Tally> lines, Map<String, Integer> produced) {
        var items = new ArrayList<Balance>();
        lines.forEach((sku, tally) -> {
            int made = produced.getOrDefault(sku, 0);
            items.add(
                    new Balance(
                            sku,
                            tally.nameZh,
                            tally.nameEn,
                            tally.ordered,
                            made,
                            tally.dispatched,
                            tally.delivered,
                            tally.failed,
                            made - tally.dispatched - tally.failed));
        });
        return List.copyOf(items);
    }

    /// Portions of a dish by state.
    private record Tally(
            String nameZh, String nameEn, int ordered, int dispatched, int delivered, int failed) {

        Tally(String nameZh, String nameEn) {
            this(nameZh, nameEn, 0, 0, 0, 0);
        }

        Tally plus(Serving serving, int portions) {
            if (!serving.isCooked()) {
                return this;
            }
            var state = serving.order().state();
            var handedOver = state.isCaptured() ? portions : 0;
            return new Tally(
                    nameZh,
                    nameEn,
                    ordered + portions,
                    dispatched + (state == PreorderState.OUT ? portions : handedOver),
                    delivered + handedOver,
                    failed + (state == PreorderState.FAILED ? portions : 0));
        }

        Tally plus(Tally other) {
            return new Tally(
                    other.nameZh,
                    other.nameEn,
                    ordered + other.ordered,
                    dispatched + other.dispatched,
                    delivered + other.delivered,
                    failed + other.failed);
        }
    }

    Pdf sheet(Id siteId, LocalDate date, Slot slot, Optional<Instant> since, Caller caller) {
        var site = sites.find(siteId, caller);
        return prints.production(
                site.name(), production(site, date, slot, since), this::dropPointName);
    }

    Pdf labels(Id siteId, LocalDate date, Slot slot, LabelFormat format, Caller caller) {
        var site = sites.find(siteId, caller);
        var meal = new Menu.Meal(site.siteId(), date, slot);
        return transactions.snapshot(_ -> {
            var cooked = sources.book().of(meal).stream().filter(Serving::isCooked).toList();
            var stops =
                    sources.stops().isEmpty()
                            ? Map.<Long, StopNumbers.Stop>of()
                            : sources.stops()
                                    .getFirst()
                                    .of(cooked.stream().map(Serving::orderId).toList());
            return prints.labels(
                    format,
                    new PrintOuts.Portions(
                            cooked, stops, sources.batches().of(meal), this::dropPointName));
        });
    }
}

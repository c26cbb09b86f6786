package org.nuancan.finance.statistics;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuancan.elder.lookup.ElderTimeline;
import org.nuancan.elder.lookup.ElderTimelines;
import org.nuancan.ledger.reading.GrantShare;
import org.nuancan.ledger.reading.GrantShares;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.sale.history.ServedMeal;
import org.nuancan.sale.history.ServedMeals;
import org.nuancan.statistics.AgeBand;
import org.nuancan.statistics.CountedMeal;

/// Reads the meals of a stretch of days, day by day, with the facts of their elders and their
/// grants.
@Singleton
final class CountedMeals {

    private final ServedMeals meals;
    private final ElderTimelines elders;
    private final GrantShares grants;

    CountedMeals(ServedMeals meals, ElderTimelines elders, GrantShares grants) {
        this.meals = meals;
        this.elders = elders;
        this.grants = grants;
    }

    /// Gives each meal to `counter`; memory holds the meals of one day and the facts of all elders
    /// at a time. Call it in one transaction, so that everything is of one instant.
    void read(LocalDate from, LocalDate to, List<SiteOnFile> sites, Consumer<CountedMeal> counter) {
        var places =
                sites.stream().collect(Collectors.toMap(SiteOnFile::siteId, Function.identity()));
        var ids = places.keySet().stream().sorted().toList();
        Map<Long, ElderTimeline> known = new HashMap<>();
        from.datesUntil(to.plusDays(1))
                .forEach(day -> {
                    var served = meals.list(day, ids);
                    learn(served, known);
                    var shares =
                            grants.ofOrders(
                                    served.stream()
                                            .filter(meal -> meal.elderId().isPresent())
                                            .map(ServedMeal::orderId)
                                            .toList());
                    for (var meal : served) {
                        counter.accept(
                                counted(
                                        meal,
                                        place(places, meal),
                                        known,
                                        shares.getOrDefault(meal.orderId(), List.of())));
                    }
                });
    }

    private void learn(List<ServedMeal> served, Map<Long, ElderTimeline> known) {
        var unknown =
                served.stream()
                        .flatMap(meal -> meal.elderId().stream())
                        .filter(elderId -> !known.containsKey(elderId))
                        .distinct()
                        .sorted()
                        .toList();
        known.putAll(elders.read(unknown));
    }

    private static CountedMeal.Place place(Map<Long, SiteOnFile> places, ServedMeal meal) {
        var site = Optional.ofNullable(places.get(meal.at().siteId())).orElseThrow();
        return new CountedMeal.Place(site.siteId(), site.division(), site.type());
    }

    private static CountedMeal counted(
            ServedMeal meal,
            CountedMeal.Place place,
            Map<Long, ElderTimeline> known,
            List<GrantShare> shares) {
        var at = meal.at();
        return new CountedMeal(
                at.serviceDate(),
                place,
                at.slot(),
                at.fulfilment(),
                meal.elderId().map(elderId -> eater(elderId, known, at.serviceDate())),
                new CountedMeal.Amounts(meal.bill(), meal.paid(), shares));
    }

    private static CountedMeal.Eater eater(
            long elderId, Map<Long, ElderTimeline> known, LocalDate date) {
        var facts =
                Optional.ofNullable(known.get(elderId))
                        .orElseThrow(() -> new IllegalStateException("no elder " + elderId))
                        .on(date);
        return new CountedMeal.Eater(
                elderId,
                AgeBand.of(facts.ageOn(date)),
                facts.categories(),
                facts.household().kind());
    }
}

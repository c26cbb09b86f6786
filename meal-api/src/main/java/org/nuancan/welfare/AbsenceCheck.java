package org.nuancan.welfare;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Transactions;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.elder.lookup.Roster;
import org.nuancan.ordering.record.CancelledDays;
import org.nuancan.plan.RestingDays;
import org.nuancan.sale.history.EatenDays;
import org.nuancan.sale.history.EatenDays.Meal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches for elders who usually eat and have not eaten for two days.
///
/// No alert is raised if the elder is in an institution, has died or moved away, cancelled the
/// meal, has a plan that rests, or if the canteen was closed.
@Singleton
final class AbsenceCheck {

    /// Sources of facts about elders.
    @Singleton
    record Sources(
            Roster roster,
            Elders elders,
            EatenDays eaten,
            CancelledDays cancelled,
            RestingDays resting) {}

    private static final Logger LOG = LoggerFactory.getLogger(AbsenceCheck.class);
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final Sources sources;
    private final Alerts alerts;

    AbsenceCheck(Transactions transactions, Sources sources, Alerts alerts) {
        this.transactions = transactions;
        this.sources = sources;
        this.alerts = alerts;
    }

    /// Result of a search.
    ///
    /// @param raised number of alerts raised
    /// @param skipped number of elders who could not be checked
    record Looked(int raised, int skipped) {}

    /// Checks all elders, in small transactions. An elder who cannot be checked because of an error
    /// is skipped and logged.
    ///
    /// @param today the day on whose morning the search runs
    /// @throws DatabaseFailure if a later attempt can succeed
    Looked look(LocalDate today, Instant now) {
        var raised = 0;
        var skipped = 0;
        var last = 0L;
        while (true) {
            var some = sources.roster().after(last, AT_ONCE);
            if (some.isEmpty()) {
                return new Looked(raised, skipped);
            }
            for (var each : each(some, today)) {
                switch (each) {
                    case Each.Skipped _ -> skipped++;
                    case Each.Quiet(var cause) -> {
                        switch (raise(cause, now)) {
                            case RAISED -> raised++;
                            case SKIPPED -> skipped++;
                            case KNOWN -> {}
                        }
                    }
                }
            }
            last = some.getLast();
        }
    }

    /// The outcome for one elder: a reason for an alert, or a failed check.
    private sealed interface Each {

        record Quiet(Alerts.Cause cause) implements Each {}

        record Skipped() implements Each {}
    }

    /// Halves the list repeatedly to find the elder who cannot be checked.
    private List<Each> each(List<Long> some, LocalDate today) {
        try {
            return transactions.reading(
                    _ -> causes(some, today).stream().<Each>map(Each.Quiet::new).toList());
        } catch (RuntimeException defect) {
            throwIfPassing(defect);
            if (some.size() == 1) {
                skip(some.getFirst(), defect);
                return List.of(new Each.Skipped());
            }
            var half = some.size() / 2;
            return Stream.concat(
                            each(some.subList(0, half), today).stream(),
                            each(some.subList(half, some.size()), today).stream())
                    .toList();
        }
    }

    private static void throwIfPassing(RuntimeException defect) {
        var failure = DatabaseFailure.from(defect);
        if (failure.filter(DatabaseFailure::isPassing).isPresent()) {
            throw failure.get();
        }
    }

    private static void skip(long elderId, RuntimeException defect) {
        LOG.warn("elder {} is skipped in the welfare round", elderId, defect);
    }

    /// Result of raising an alert.
    private enum Raising {
        RAISED,
        /// The alert exists already, or another node raised it at the same time.
        KNOWN,
        SKIPPED
    }

    private Raising raise(Alerts.Cause cause, Instant now) {
        try {
            return alerts.raise(cause, now) ? Raising.RAISED : Raising.KNOWN;
        } catch (RuntimeException defect) {
            var failure = DatabaseFailure.from(defect);
            if (failure.filter(one -> one.kind() == DatabaseFailure.Kind.DUPLICATE).isPresent()) {
                return Raising.KNOWN;
            }
            throwIfPassing(defect);
            skip(cause.elderId(), defect);
            return Raising.SKIPPED;
        }
    }

    private List<Alerts.Cause> causes(List<Long> some, LocalDate today) {
        var from = today.minusDays(Rhythm.DAYS);
        var eaten = sources.eaten().of(some, from, today);
        var quiet =
                eaten.entrySet().stream()
                        .filter(entry ->
                                !new Rhythm(dates(entry.getValue()), _ -> false)
                                        .missedBefore(today)
                                        .isEmpty())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        if (quiet.isEmpty()) {
            return List.of();
        }
        var elders = sources.elders().forMeal(quiet, today);
        var cancelled = sources.cancelled().of(quiet, from, today);
        var resting = sources.resting().of(quiet, from, today);
        var causes = new ArrayList<Alerts.Cause>();
        for (var elderId : quiet) {
            var elder = Optional.ofNullable(elders.get(elderId));
            var meals = eaten.getOrDefault(elderId, Set.of());
            if (elder.isEmpty() || !elder.get().facts().isActiveOn(today)) {
                continue;
            }
            var excused =
                    excused(
                            elder.get(),
                            both(
                                    cancelled.getOrDefault(elderId, Set.of()),
                                    resting.getOrDefault(elderId, Set.of())),
                            usualSite(meals),
                            today);
            var missed = new Rhythm(dates(meals), excused::contains).missedBefore(today);
            if (!missed.isEmpty()) {
                causes.add(cause(elder.get(), missed));
            }
        }
        return causes;
    }

    private static Alerts.Cause cause(ElderAtTable elder, List<LocalDate> missed) {
        return new Alerts.Cause(
                elder.elderId(),
                elder.facts().residenceDivision().code(),
                AlertKind.NOT_EATEN,
                Optional.empty(),
                missed);
    }

    /// Days of the last week with a known reason for not eating.
    private Set<LocalDate> excused(
            ElderAtTable elder, Set<LocalDate> cancelled, Optional<Long> site, LocalDate today) {
        var excused = new HashSet<>(cancelled);
        for (var back = 1; back <= Rhythm.LOOKED_BACK; back++) {
            var day = today.minusDays(back);
            var wasOpen = site.isPresent() && sources.eaten().wasOpen(site.get(), day);
            if (!wasOpen || elder.facts().isInInstitutionOn(day)) {
                excused.add(day);
            }
        }
        return excused;
    }

    private static Set<LocalDate> both(Set<LocalDate> some, Set<LocalDate> others) {
        var both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    private static Set<LocalDate> dates(Set<Meal> meals) {
        return meals.stream().map(Meal::date).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Long> usualSite(Set<Meal> meals) {
        return meals.stream()
                .map(Meal::siteId)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }
}

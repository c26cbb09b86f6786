package org.nuancan.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Reads and writes the state of each day of each plan, in the current transaction.
@Singleton
final class PlanDays {

    /// State of a day.
    enum Outcome {
        /// Not processed yet.
        OPEN,
        /// Ordered; it is not ordered a second time.
        PLACED,
        /// Cancelled because the plan rests.
        PAUSED,
        /// Could not be ordered so far.
        NOT_PLACED
    }

    /// A plan's day.
    ///
    /// @param orderId the order, if there was one
    /// @param reason why there is no order
    record Day(
            long planId,
            LocalDate date,
            Outcome outcome,
            Optional<Long> orderId,
            Optional<String> reason) {}

    private final PlanDayRepository repository;
    private final Clock clock;

    PlanDays(PlanDayRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    boolean isOnFile(long planId, LocalDate date) {
        return repository.existsById(new PlanDayEntity.Key(planId, date));
    }

    /// Locks a day of a plan until the transaction ends, so that concurrent runs process it one
    /// after another.
    Day lock(long planId, LocalDate date) {
        repository.addOpen(planId, date, clock.instant());
        return repository.lock(planId, date).orElseThrow().day();
    }

    void write(Day day) {
        var _ = repository.update(PlanDayEntity.of(day, clock.instant()));
    }

    /// The days of plans of an area that could not be ordered, the earliest first.
    ///
    /// @param area prefix of the division of household or residence
    /// @param after id of a plan: on the first date, plans up to and including it are left out; 0
    ///   for none
    List<Day> notPlaced(String area, LocalDate from, long after, int most) {
        return repository.listNotPlaced(area + "%", from, after, most).stream()
                .map(PlanDayEntity::day)
                .toList();
    }

    List<Day> ofPlan(long planId, LocalDate from) {
        return repository
                .findByIdPlanIdAndIdServiceDateGreaterThanEqualsOrderByIdServiceDate(planId, from)
                .stream()
                .map(PlanDayEntity::day)
                .toList();
    }
}

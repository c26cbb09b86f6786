package org.nuancan.plan;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Transactions;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.plan.PlanDays.Day;
import org.nuancan.plan.PlanDays.Outcome;
import org.nuancan.policy.calendar.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the orders of the next days into line with the plans: places missing orders and cancels
/// orders that a plan does not want any more. Repeated and concurrent runs give the same result.
///
/// `nuancan.plans.place: false` turns the scheduled run off on a node; in the environment `test` it
/// runs only if set to `true`.
@Singleton
final class PlanPlacing {

    /// Number of days ahead for which orders are placed.
    static final int DAYS_AHEAD = 3;

    private static final Logger LOG = LoggerFactory.getLogger(PlanPlacing.class);
    private static final int AT_ONCE = 500;

    /// Result of one run.
    ///
    /// @param placed meals ordered
    /// @param takenBack orders cancelled because the plan rests
    /// @param notPlaced meals that could not be ordered, by a refusal or a defect
    @Introspected
    record Run(int placed, int takenBack, int notPlaced) {

        private Run plus(Run other) {
            return new Run(
                    placed + other.placed,
                    takenBack + other.takenBack,
                    notPlaced + other.notPlaced);
        }
    }

    private static final Run NOTHING = new Run(0, 0, 0);
    private static final Run PLACED = new Run(1, 0, 0);
    private static final Run TAKEN_BACK = new Run(0, 1, 0);
    private static final Run NOT_PLACED = new Run(0, 0, 1);

    private final Transactions transactions;
    private final Plans plans;
    private final PlanRepository repository;
    private final PlanOrders orders;
    private final When when;
    private final boolean enabled;

    /// Decides which days have meals.
    @Singleton
    record When(Elders elders, WorkingDays workingDays, PlanDays days, Clock clock) {}

    PlanPlacing(
            Transactions transactions,
            Plans plans,
            PlanRepository repository,
            PlanOrders orders,
            When when,
            Switch place) {
        this.transactions = transactions;
        this.plans = plans;
        this.repository = repository;
        this.orders = orders;
        this.when = when;
        this.enabled = place.on();
    }

    /// Whether this node runs the job on schedule.
    @Singleton
    static final class Switch {

        private final boolean on;

        Switch(
                Environment environment,
                @Value("${nuancan.plans.place:}") Optional<String> setting) {
            on =
                    setting.filter(text -> !text.isBlank())
                            .map(Boolean::parseBoolean)
                            .orElse(!environment.getActiveNames().contains(Environment.TEST));
        }

        boolean on() {
            return on;
        }
    }

    @Scheduled(fixedDelay = "60s", initialDelay = "20s")
    void askTheClock() {
        if (!enabled) {
            return;
        }
        try {
            var run = run();
            if (!run.equals(NOTHING)) {
                LOG.info("plans: {}", run);
            }
        } catch (RuntimeException failure) {
            LOG.warn("placing the plans' orders failed and is tried again", failure);
        }
    }

    /// Processes all plans for today and the next three days.
    Run run() {
        var today = BusinessDay.today(when.clock()).date();
        var done = NOTHING;
        var after = 0L;
        while (true) {
            var some = running(today, after);
            if (some.isEmpty()) {
                return done;
            }
            for (var planId : some) {
                done = done.plus(run(planId));
            }
            after = some.getLast();
        }
    }

    private List<Long> running(LocalDate today, long after) {
        return transactions.reading(_ ->
                repository.listRunning(
                        today.minusDays(1), today.plusDays(DAYS_AHEAD), after, AT_ONCE));
    }

    /// Processes one plan at once, after it was made, paused or resumed.
    Run run(long planId) {
        var today = BusinessDay.today(when.clock()).date();
        var done = NOTHING;
        for (var ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            done = done.plus(besideOthers(planId, today.plusDays(ahead)));
        }
        return done;
    }

    /// A failure in one meal must not prevent the others.
    private Run besideOthers(long planId, LocalDate date) {
        try {
            return run(planId, date);
        } catch (RuntimeException defect) {
            if (defect instanceof DatabaseFailure failure && failure.isPassing()) {
                throw defect;
            }
            LOG.error("plan {} on {} was not placed and is tried again", planId, date, defect);
            return NOT_PLACED;
        }
    }

    private Run run(long planId, LocalDate date) {
        try {
            return transactions.inOne(_ -> settle(planId, date));
        } catch (ProblemException refusal) {
            // The attempt is rolled back; its reason is stored in a transaction of its own.
            return transactions.inOne(_ -> keepWhy(planId, date, refusal.code().name()));
        }
    }

    private Run settle(long planId, LocalDate date) {
        // Reads the plan again in this transaction: it may have been paused since it was listed.
        var found = plans.find(planId);
        if (found.isEmpty()) {
            return NOTHING;
        }
        var plan = found.get();
        var isDue = isWanted(plan, date);
        if (!isDue && !when.days().isOnFile(planId, date)) {
            return NOTHING;
        }
        var day = when.days().lock(planId, date);
        return isDue ? place(plan, day) : takeBack(day);
    }

    private boolean isWanted(MealPlan plan, LocalDate date) {
        if (!plan.wants(date, when.workingDays().calendar())) {
            return false;
        }
        var elderId = plan.eater().elderId();
        var elder = when.elders().forMeal(List.of(elderId), date).get(elderId);
        return elder != null
                && elder.facts().isActiveOn(date)
                && !elder.facts().isInInstitutionOn(date);
    }

    private Run place(MealPlan plan, Day day) {
        if (day.outcome() == Outcome.PLACED) {
            return NOTHING;
        }
        var orderId = orders.place(plan, day.date());
        when.days()
                .write(
                        new Day(
                                plan.planId(),
                                day.date(),
                                Outcome.PLACED,
                                Optional.of(orderId),
                                Optional.empty()));
        return PLACED;
    }

    private Run takeBack(Day day) {
        if (day.outcome() != Outcome.PLACED || !orders.takeBack(day.orderId().orElseThrow())) {
            return NOTHING;
        }
        when.days()
                .write(
                        new Day(
                                day.planId(),
                                day.date(),
                                Outcome.PAUSED,
                                day.orderId(),
                                Optional.empty()));
        return TAKEN_BACK;
    }

    private Run keepWhy(long planId, LocalDate date, String reason) {
        var day = when.days().lock(planId, date);
        if (day.outcome() == Outcome.PLACED) {
            return NOTHING;
        }
        when.days()
                .write(
                        new Day(
                                planId,
                                date,
                                Outcome.NOT_PLACED,
                                Optional.empty(),
                                Optional.of(reason)));
        return NOT_PLACED;
    }
}

package org.nuancan.plan;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.provider.Areas;

/// Makes, pauses, resumes and ends plans for elders of the caller's area.
@Singleton
class PlanService {

    private static final String NOT_BEGUN =
            "早于计划首日；尚未开始的计划请无限期暂停 / before the first day; let a plan that has not begun rest without end";

    private final Elders elders;
    private final Files files;
    private final Ids ids;
    private final Clock clock;

    /// Storage of plans, their days and their orders.
    @Singleton
    record Files(Plans plans, PlanDays days, PlanOrders orders) {}

    PlanService(Elders elders, Files files, Ids ids, Clock clock) {
        this.elders = elders;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /// @return the plan's id
    /// @throws ProblemException `NOT_FOUND`, `ORDER_COLLIDES` if another plan of the elder orders
    ///   the same meal, `PROVIDER_KIND_REFUSED` for a provider that does not deliver
    @Transactional
    long make(long elderId, MealPlan.Meal meal, MealPlan.Days days, Caller caller) {
        var facts = elder(elderId, caller);
        var plan =
                new MealPlan(
                        ids.next(),
                        new MealPlan.Eater(
                                elderId,
                                facts.household().division().code(),
                                facts.residenceDivision().code()),
                        meal,
                        days,
                        List.of());
        refuseCollision(plan);
        files.orders().mustBeDelivered(meal);
        files.plans().add(plan, caller.username(), clock.instant());
        return plan.planId();
    }

    /// Locks the elder, so that two colliding plans cannot be made at the same time.
    private ElderFacts elder(long elderId, Caller caller) {
        var today = BusinessDay.today(clock).date();
        var locked = elders.lock(List.of(elderId));
        return locked.elderIds().stream()
                .findFirst()
                .map(id -> locked.on(id, today).facts())
                .filter(facts -> isSeen(facts, caller))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private void refuseCollision(MealPlan plan) {
        for (var other : files.plans().ofElder(plan.eater().elderId())) {
            if (other.planId() == plan.planId()) {
                continue;
            }
            var sameSlot = other.meal().slot() == plan.meal().slot();
            var sameDays = !Collections.disjoint(other.days().weekdays(), plan.days().weekdays());
            if (sameSlot && sameDays && overlap(other.days(), plan.days())) {
                throw ProblemException.with(
                        ProblemCode.ORDER_COLLIDES,
                        Map.of("planId", Long.toString(other.planId())));
            }
        }
    }

    private static boolean isSeen(ElderFacts facts, Caller caller) {
        return caller.covers(facts.household().division().code())
                || caller.covers(facts.residenceDivision().code());
    }

    private static boolean overlap(MealPlan.Days one, MealPlan.Days other) {
        return one.to().filter(other.from()::isAfter).isEmpty()
                && other.to().filter(one.from()::isAfter).isEmpty();
    }

    /// @throws ProblemException `NOT_FOUND`
    @Transactional
    void pause(long planId, LocalDate from, Optional<LocalDate> to, Caller caller) {
        var _ = lock(planId, caller);
        var pause = new MealPlan.Pause(ids.next(), from, to);
        files.plans().pause(planId, pause, caller.username(), clock.instant());
    }

    /// @throws ProblemException `NOT_FOUND`
    @Transactional
    void resume(long planId, LocalDate from, Caller caller) {
        var _ = lock(planId, caller);
        files.plans().resume(planId, from);
    }

    /// @throws ProblemException `NOT_FOUND`, `REQUEST_INVALID` for a day before the plan's first,
    ///   `ORDER_COLLIDES` if it would then collide with another plan for the same meal
    @Transactional
    void end(long planId, LocalDate lastDay, Caller caller) {
        var plan = lock(planId, caller);
        if (lastDay.isBefore(plan.days().from())) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(new Fault("/lastDay", "VALUE", NOT_BEGUN)));
        }
        // A plan that is extended again may collide with a plan made in the meantime.
        if (plan.days().to().filter(lastDay::isAfter).isPresent()) {
            refuseCollision(plan.until(lastDay));
        }
        files.plans().end(planId, lastDay);
    }

    private MealPlan lock(long planId, Caller caller) {
        return files.plans()
                .lock(planId)
                .filter(found -> isSeenBy(found, caller))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// @throws ProblemException `NOT_FOUND`
    @ReadOnly
    PlanAnswer show(long planId, Caller caller) {
        return answer(
                files.plans()
                        .find(planId)
                        .filter(plan -> isSeenBy(plan, caller))
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)));
    }

    /// @throws ProblemException `NOT_FOUND` for an elder outside the caller's area
    @ReadOnly
    List<PlanAnswer> ofElder(long elderId, Caller caller) {
        var answers = new ArrayList<PlanAnswer>();
        for (var plan : files.plans().ofElder(elderId)) {
            if (isSeenBy(plan, caller)) {
                answers.add(answer(plan));
            }
        }
        // Old plans of an elder who moved away from the area remain visible.
        if (answers.isEmpty() && !isElderSeen(elderId, caller)) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return List.copyOf(answers);
    }

    /// The days of plans of the caller's area that could not be ordered, the earliest first.
    ///
    /// @param after id of a plan: on the first date, plans up to and including it are left out; 0
    ///   for none
    @ReadOnly
    List<PlanDays.Day> notPlaced(Caller caller, LocalDate from, long after, int most) {
        return files.days().notPlaced(Areas.of(caller), from, after, most);
    }

    private boolean isElderSeen(long elderId, Caller caller) {
        var today = BusinessDay.today(clock).date();
        return elders.forMeal(List.of(elderId), today).values().stream()
                .anyMatch(elder -> isSeen(elder.facts(), caller));
    }

    private PlanAnswer answer(MealPlan plan) {
        var today = BusinessDay.today(clock).date();
        return PlanAnswer.of(plan, files.days().ofPlan(plan.planId(), today));
    }

    private static boolean isSeenBy(MealPlan plan, Caller caller) {
        return caller.covers(plan.eater().household()) || caller.covers(plan.eater().residence());
    }
}

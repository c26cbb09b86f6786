package org.nuancan.plan;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// Reads and writes plans in the current transaction; addresses are encrypted.
@Singleton
final class Plans implements SealedColumns {

    private static final SealedColumn ADDRESS =
            SealedColumn.of("meal-plan-address", "meal_plan", "address", "plan_id");

    private final PlanRepository repository;
    private final PlanItemRepository items;
    private final PauseRepository pauses;
    private final Secrets secrets;

    Plans(
            PlanRepository repository,
            PlanItemRepository items,
            PauseRepository pauses,
            Secrets secrets) {
        this.repository = repository;
        this.items = items;
        this.pauses = pauses;
        this.secrets = secrets;
    }

    void add(MealPlan plan, String by, Instant at) {
        var meal = plan.meal();
        var _ =
                repository.save(
                        new PlanEntity(
                                plan.planId(),
                                plan.eater().elderId(),
                                plan.eater().household(),
                                plan.eater().residence(),
                                meal.siteId(),
                                meal.deliveryProviderId().orElse(null),
                                meal.slot(),
                                meal.fulfilment(),
                                Weekday.write(plan.days().weekdays()),
                                plan.days().onRestDays(),
                                plan.days().from(),
                                plan.days().to().orElse(null),
                                meal.address()
                                        .map(text -> secrets.seal(ADDRESS, text, plan.planId()))
                                        .orElse(null),
                                meal.accepted().allergen(),
                                meal.accepted().diet(),
                                by,
                                at));
        var lines = new ArrayList<PlanItemEntity>();
        for (var item : meal.items()) {
            var key = new PlanItemEntity.Key(plan.planId(), lines.size() + 1);
            lines.add(new PlanItemEntity(key, item.sku(), item.quantity()));
        }
        var _ = items.saveAll(lines);
    }

    Optional<MealPlan> find(long planId) {
        return repository.findById(planId).map(this::withDetails);
    }

    /// Locks a plan, so that its pauses change one after another.
    Optional<MealPlan> lock(long planId) {
        return repository.lock(planId).map(this::withDetails);
    }

    List<MealPlan> ofElder(long elderId) {
        return repository.findByElderIdOrderByPlanId(elderId).stream()
                .map(this::withDetails)
                .toList();
    }

    private MealPlan withDetails(PlanEntity plan) {
        var ofPlan = items.findByIdPlanIdOrderByIdLine(plan.planId()).stream();
        var meal =
                new MealPlan.Meal(
                        plan.siteId(),
                        Optional.ofNullable(plan.deliveryProviderId()),
                        plan.slot(),
                        plan.fulfilment(),
                        ofPlan.map(item -> new MealPlan.Item(item.sku(), item.quantity())).toList(),
                        Optional.ofNullable(plan.address())
                                .map(sealed -> secrets.open(ADDRESS, sealed, plan.planId())),
                        new MealPlan.Accepted(
                                plan.allergenAccepted(), plan.dietAccepted(), plan.madeBy()));
        return new MealPlan(
                plan.planId(),
                new MealPlan.Eater(
                        plan.elderId(), plan.householdDivision(), plan.residenceDivision()),
                meal,
                new MealPlan.Days(
                        Weekday.read(plan.weekdays()),
                        plan.onRestDays(),
                        plan.fromDate(),
                        Optional.ofNullable(plan.toDate())),
                pauses.findByPlanIdOrderByPauseId(plan.planId()).stream()
                        .map(pause ->
                                new MealPlan.Pause(
                                        pause.pauseId(),
                                        pause.fromDate(),
                                        Optional.ofNullable(pause.toDate())))
                        .toList());
    }

    void pause(long planId, MealPlan.Pause pause, String by, Instant at) {
        var _ =
                pauses.save(
                        new PauseEntity(
                                pause.pauseId(),
                                planId,
                                pause.from(),
                                pause.to().orElse(null),
                                by,
                                at));
    }

    /// Ends every pause of a plan on the day before `from`.
    void resume(long planId, LocalDate from) {
        pauses.end(planId, from, from.minusDays(1));
    }

    /// Sets the last day for which the plan orders.
    void end(long planId, LocalDate lastDay) {
        repository.end(planId, lastDay);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(ADDRESS);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}

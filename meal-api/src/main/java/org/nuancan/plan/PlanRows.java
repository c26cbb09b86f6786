package org.nuancan.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Batch;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.policy.Fulfilment;
import org.nuancan.policy.Slot;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// Reads and writes plans; addresses are sealed.
@Singleton
final class PlanRows implements SealedColumns {

    private static final SealedColumn ADDRESS =
            SealedColumn.of("meal-plan-address", "meal_plan", "address", "plan_id");

    private static final String COLUMNS =
            """
            select plan_id, elder_id, household_division, residence_division, site_id,
                   delivery_provider_id, slot, fulfilment, weekdays, on_rest_days, from_date,
                   to_date, address, allergen_accepted, diet_accepted, made_by
              from meal_plan
            """;

    private final Secrets secrets;

    PlanRows(Secrets secrets) {
        this.secrets = secrets;
    }

    void insert(Connection connection, MealPlan plan, String by, Instant at) throws SQLException {
        var meal = plan.meal();
        Batch.into(
                        "meal_plan",
                        "plan_id",
                        "elder_id",
                        "household_division",
                        "residence_division",
                        "site_id",
                        "delivery_provider_id",
                        "slot",
                        "fulfilment",
                        "weekdays",
                        "on_rest_days",
                        "from_date",
                        "to_date",
                        "address",
                        "allergen_accepted",
                        "diet_accepted",
                        "made_by",
                        "made_at")
                .row(
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
                                .map(address -> secrets.seal(ADDRESS, address, plan.planId()))
                                .orElse(null),
                        meal.accepted().allergen(),
                        meal.accepted().diet(),
                        by,
                        at)
                .write(connection);
        var items = Batch.into("meal_plan_item", "plan_id", "line", "sku", "quantity");
        var line = 1;
        for (var item : meal.items()) {
            items.row(plan.planId(), line++, item.sku(), item.quantity());
        }
        items.write(connection);
    }

    Optional<MealPlan> find(Connection connection, long planId) throws SQLException {
        return some(connection, "where plan_id = ?", planId).stream().findFirst();
    }

    /// Locks a plan, so that its pauses change one after another.
    Optional<MealPlan> lock(Connection connection, long planId) throws SQLException {
        return some(connection, "where plan_id = ? for update", planId).stream().findFirst();
    }

    List<MealPlan> ofElder(Connection connection, long elderId) throws SQLException {
        return some(connection, "where elder_id = ? order by plan_id", elderId);
    }

    /// The ids of the plans behind `after` that run between two dates, in their order.
    List<Long> running(Connection connection, LocalDate from, LocalDate to, long after, int limit)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select plan_id from meal_plan
                         where plan_id > ? and from_date <= ? and (to_date is null or to_date >= ?)
                         order by plan_id
                         limit ?
                        """)
                .with(after, to, from, limit)
                .list(row -> row.number("plan_id"));
    }

    private List<MealPlan> some(Connection connection, String condition, @Nullable Object... values)
            throws SQLException {
        var heads = Sql.on(connection, COLUMNS + condition).with(values).list(this::head);
        var plans = new ArrayList<MealPlan>();
        for (var head : heads) {
            plans.add(whole(connection, head));
        }
        return List.copyOf(plans);
    }

    private static MealPlan whole(Connection connection, MealPlan head) throws SQLException {
        var meal = head.meal();
        var items =
                Sql.on(
                                connection,
                                "select sku, quantity from meal_plan_item where plan_id = ? order by line")
                        .with(head.planId())
                        .list(row -> new MealPlan.Item(row.text("sku"), row.integer("quantity")));
        var pauses =
                Sql.on(
                                connection,
                                """
                                select pause_id, from_date, to_date from meal_plan_pause
                                where plan_id = ? order by pause_id
                                """)
                        .with(head.planId())
                        .list(row ->
                                new MealPlan.Pause(
                                        row.number("pause_id"),
                                        row.date("from_date"),
                                        row.maybeDate("to_date")));
        return new MealPlan(
                head.planId(),
                head.eater(),
                new MealPlan.Meal(
                        meal.siteId(),
                        meal.deliveryProviderId(),
                        meal.slot(),
                        meal.fulfilment(),
                        items,
                        meal.address(),
                        meal.accepted()),
                head.days(),
                pauses);
    }

    private MealPlan head(Row row) throws SQLException {
        var planId = row.number("plan_id");
        return new MealPlan(
                planId,
                new MealPlan.Eater(
                        row.number("elder_id"),
                        row.text("household_division"),
                        row.text("residence_division")),
                new MealPlan.Meal(
                        row.number("site_id"),
                        row.maybeNumber("delivery_provider_id"),
                        row.name("slot", Slot.class),
                        row.name("fulfilment", Fulfilment.class),
                        List.of(),
                        row.maybeText("address")
                                .map(sealed -> secrets.open(ADDRESS, sealed, planId)),
                        new MealPlan.Accepted(
                                row.flag("allergen_accepted"),
                                row.flag("diet_accepted"),
                                row.text("made_by"))),
                new MealPlan.Days(
                        Weekday.read(row.text("weekdays")),
                        row.flag("on_rest_days"),
                        row.date("from_date"),
                        row.maybeDate("to_date")),
                List.of());
    }

    void pause(Connection connection, long planId, MealPlan.Pause pause, String by, Instant at)
            throws SQLException {
        Batch.into(
                        "meal_plan_pause",
                        "pause_id",
                        "plan_id",
                        "from_date",
                        "to_date",
                        "set_by",
                        "set_at")
                .row(pause.pauseId(), planId, pause.from(), pause.to().orElse(null), by, at)
                .write(connection);
    }

    /// Ends every pause of a plan on the day before `from`.
    void resume(Connection connection, long planId, LocalDate from) throws SQLException {
        Sql.on(
                        connection,
                        """
                        update meal_plan_pause set to_date = ?
                        where plan_id = ? and (to_date is null or to_date >= ?)
                        """)
                .with(from.minusDays(1), planId, from)
                .run();
    }

    /// The plan orders nothing after this day.
    void end(Connection connection, long planId, LocalDate lastDay) throws SQLException {
        Sql.on(connection, "update meal_plan set to_date = ? where plan_id = ?")
                .with(lastDay, planId)
                .run();
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

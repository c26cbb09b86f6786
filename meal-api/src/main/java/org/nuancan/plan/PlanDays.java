package org.nuancan.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// What became of each day of each plan.
@Singleton
final class PlanDays {

    /// What became of a day.
    enum Outcome {
        /// Nothing yet.
        OPEN,
        /// Ordered once, and never again.
        PLACED,
        /// Taken back because the plan rests.
        PAUSED,
        /// Could not be ordered so far.
        NOT_PLACED
    }

    /// A plan's day.
    ///
    /// @param orderId the order, if there was one
    /// @param reason why there is none
    record Day(
            long planId,
            LocalDate date,
            Outcome outcome,
            Optional<Long> orderId,
            Optional<String> reason) {}

    private final Clock clock;

    PlanDays(Clock clock) {
        this.clock = clock;
    }

    /// Locks a day of a plan until the transaction ends: whoever comes second sees what the first
    /// has done.
    Day lock(Connection connection, long planId, LocalDate date) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into meal_plan_day (plan_id, service_date, outcome, told_at)
                        values (?, ?, 'OPEN', ?)
                        on duplicate key update plan_id = meal_plan_day.plan_id
                        """)
                .with(planId, date, clock.instant())
                .run();
        return Sql.on(
                        connection,
                        """
                        select plan_id, service_date, outcome, order_id, reason from meal_plan_day
                        where plan_id = ? and service_date = ? for update
                        """)
                .with(planId, date)
                .one(PlanDays::day);
    }

    void write(Connection connection, Day day) throws SQLException {
        Sql.on(
                        connection,
                        """
                        update meal_plan_day set outcome = ?, order_id = ?, reason = ?, told_at = ?
                        where plan_id = ? and service_date = ?
                        """)
                .with(day.outcome(), day.orderId().orElse(null), day.reason().orElse(null))
                .with(clock.instant(), day.planId(), day.date())
                .run();
    }

    /// The days of plans of an area that could not be ordered, the earliest first.
    ///
    /// @param area what the division of household or residence starts with
    /// @param after the plan up to which the first date is left out; 0 for none
    List<Day> notPlaced(Connection connection, String area, LocalDate from, long after, int limit)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select d.plan_id, d.service_date, d.outcome, d.order_id, d.reason
                          from meal_plan_day d
                          join meal_plan p on p.plan_id = d.plan_id
                         where d.outcome = 'NOT_PLACED' and d.service_date >= ?
                           and (d.service_date > ? or d.plan_id > ?)
                           and (p.household_division like ? or p.residence_division like ?)
                         order by d.service_date, d.plan_id
                         limit ?
                        """)
                .with(from, from, after, area + "%", area + "%", limit)
                .list(PlanDays::day);
    }

    List<Day> ofPlan(Connection connection, long planId, LocalDate from) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select plan_id, service_date, outcome, order_id, reason from meal_plan_day
                        where plan_id = ? and service_date >= ?
                        order by service_date
                        """)
                .with(planId, from)
                .list(PlanDays::day);
    }

    private static Day day(Row row) throws SQLException {
        return new Day(
                row.number("plan_id"),
                row.date("service_date"),
                row.name("outcome", Outcome.class),
                row.maybeNumber("order_id"),
                row.maybeText("reason"));
    }
}

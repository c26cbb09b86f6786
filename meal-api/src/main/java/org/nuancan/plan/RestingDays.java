package org.nuancan.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuancan.db.Sql;

/// Days on which an elder's plan rests: somebody knows why nothing is eaten.
@Singleton
public final class RestingDays {

    private record Pause(long elderId, LocalDate from, Optional<LocalDate> to) {}

    RestingDays() {}

    /// By elder, between two days, both included.
    public Map<Long, Set<LocalDate>> of(
            Connection connection, Collection<Long> elderIds, LocalDate from, LocalDate to)
            throws SQLException {
        var pauses =
                Sql.on(
                                connection,
                                """
                                select p.elder_id, r.from_date, r.to_date
                                  from meal_plan p
                                  join meal_plan_pause r on r.plan_id = p.plan_id
                                 where p.elder_id in (??) and r.from_date <= ?
                                   and (r.to_date is null or r.to_date >= ?)
                                """)
                        .withAll(elderIds)
                        .with(to, from)
                        .list(row ->
                                new Pause(
                                        row.number("elder_id"),
                                        row.date("from_date"),
                                        row.maybeDate("to_date")));
        var days = new HashMap<Long, Set<LocalDate>>();
        for (var pause : pauses) {
            var resting = days.computeIfAbsent(pause.elderId(), _ -> new HashSet<>());
            from.datesUntil(to.plusDays(1)).filter(day -> holds(pause, day)).forEach(resting::add);
        }
        return days;
    }

    private static boolean holds(Pause pause, LocalDate day) {
        return !day.isBefore(pause.from()) && pause.to().filter(day::isAfter).isEmpty();
    }
}

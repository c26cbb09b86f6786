package org.nuancan.check;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.db.Sql;

/// The meals that a check reads.
///
/// @param meals the condition on `meal_fact f`
/// @param values for its placeholders
/// @param day the day whose parameters apply, and the last day of patterns
/// @param parameters the parameters of the checks
public record Scope(String meals, List<Object> values, LocalDate day, Parameters parameters) {

    /// The beginning of a query over past days: `t`, the sites of the scope, and `d`, each day from
    /// the first of two placeholders to the second, which follow next. With this join order, the
    /// index alone finds meals by site and day, however many years are stored.
    public static final String SITES_AND_DAYS =
            """
            with recursive t as (
                select f.site_id, max(f.provider_id) as provider_id,
                       max(f.street_code) as street_code, max(f.district_code) as district_code
                  from meal_fact f
                 where :meals
                 group by f.site_id),
            d (service_date) as (
                select cast(? as date)
                 union all
                select service_date + interval 1 day from d where service_date < ?)
            """;

    /// The meals that a district's providers booked on a day.
    static Scope ofDay(LocalDate booking, String district, Parameters parameters) {
        return new Scope(
                "f.booking_date = ? and f.district_code = ?",
                List.of(booking, district),
                booking,
                parameters);
    }

    /// The meals of an elder since a day that are on checked statements. The other meals are
    /// checked with their own day, when there is a line to put on hold.
    static Scope ofElder(long elderId, LocalDate from, LocalDate today, Parameters parameters) {
        return new Scope(
                """
                f.elder_id = ? and f.service_date >= ?
                and exists (select 1 from statement s
                             where s.provider_id = f.provider_id
                               and s.statement_date = f.booking_date
                               and s.state <> 'CALCULATED')\
                """,
                List.of(elderId, from),
                today,
                parameters);
    }

    /// A query in which `:meals` is replaced by the condition; the values of the condition come
    /// first.
    public Sql sql(Connection connection, String text) {
        var sql = Sql.on(connection, text.replace(":meals", meals));
        values.forEach(sql::with);
        return sql;
    }
}

package org.nuancan.check;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.db.Sql;

/// Which meals a check looks at.
///
/// @param meals the condition on `meal_fact f`
/// @param values for its marks
/// @param day whose strictness counts, and up to which patterns are looked at
/// @param parameters how strict
record Scope(String meals, List<Object> values, LocalDate day, Parameters parameters) {

    /// What a district's providers booked on a day.
    static Scope ofDay(LocalDate booking, String district, Parameters parameters) {
        return new Scope(
                "f.booking_date = ? and f.district_code = ?",
                List.of(booking, district),
                booking,
                parameters);
    }

    /// What an elder has eaten since a day.
    static Scope ofElder(long elderId, LocalDate from, LocalDate today, Parameters parameters) {
        return new Scope(
                "f.elder_id = ? and f.service_date >= ?",
                List.of(elderId, from),
                today,
                parameters);
    }

    /// A query with `:meals` where its condition goes; the values of the condition come first.
    Sql sql(Connection connection, String text) {
        var sql = Sql.on(connection, text.replace(":meals", meals));
        values.forEach(sql::with);
        return sql;
    }
}

package org.nuancan.bench.nightly;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;

/// Undoes a close, so that it can be measured again. It works in schemas of measurements only.
public final class Reopening {

    private Reopening() {}

    /// Allows deletes from journals and statements in this schema.
    public static void allow(Connection connection) throws SQLException {
        for (var kept : List.of("posting", "journal", "statement")) {
            Sql.on(connection, "drop trigger if exists %s_is_never_deleted".formatted(kept)).run();
        }
    }

    /// Reopens a day.
    public static void of(Connection connection, BusinessDay day) throws SQLException {
        for (var table : List.of("statement_site", "statement_fund", "statement", "parked_day")) {
            Sql.on(connection, "delete from " + table).run();
        }
        Sql.on(
                        connection,
                        """
                        delete p from posting p join journal j on j.journal_id = p.journal_id
                        where j.booking_date = ? and j.kind = 'CLOSE'
                        """)
                .with(day.date())
                .run();
        Sql.on(connection, "delete from journal where booking_date = ? and kind = 'CLOSE'")
                .with(day.date())
                .run();
        Sql.on(
                        connection,
                        "update business_day set state = 'OPEN', content_hash = null where day = ?")
                .with(day.date())
                .run();
    }
}

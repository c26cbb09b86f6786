package org.nuancan.retention;

import org.nuancan.db.Sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;

/// Records that triggers of the database keep from every program: they are counted when their time
/// is over, and a person decides with the archive's rules what becomes of them.
///
/// @param count a query with one mark, the day
record Forever(String kind, Period period, String count) implements Kept {

    @Override
    public long due(Connection connection, LocalDate before) throws SQLException {
        return Sql.on(connection, count).with(before).one(row -> row.number("due"));
    }

    @Override
    public int forget(Connection connection, LocalDate before, int most) {
        return 0;
    }
}

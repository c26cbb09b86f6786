package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.nuancan.db.Sql;

/// Everybody who is registered, part by part.
@Singleton
public final class Roster {

    Roster() {}

    /// The next elders after one, in the order of their ids.
    public List<Long> after(Connection connection, long elderId, int limit) throws SQLException {
        return Sql.on(
                        connection,
                        "select elder_id from elder where elder_id > ? order by elder_id limit ?")
                .with(elderId, limit)
                .list(row -> row.number("elder_id"));
    }
}

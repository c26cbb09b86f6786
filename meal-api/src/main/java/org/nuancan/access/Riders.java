package org.nuancan.access;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.nuancan.db.Sql;

/// The riders of delivery providers.
@Singleton
public final class Riders {

    Riders() {}

    /// Names of those who may sign in, sorted.
    public List<String> of(Connection connection, long providerId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select name
                          from account
                         where provider_id = ? and role = ? and disabled_at is null
                         order by name
                        """)
                .with(providerId, Role.RIDER)
                .list(row -> row.text("name"));
    }
}

package org.nuancan.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.db.Sql;

/// Says when statements were paid.
@Singleton
public final class PaidStatements {

    /// When the statement of a provider and day was paid for the last time; empty if there is no
    /// such statement, or it is not paid.
    public Optional<Instant> paidAt(Connection connection, long providerId, LocalDate date)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select t.acted_at
                          from statement s
                          join statement_step t on t.statement_id = s.statement_id
                         where s.provider_id = ? and s.statement_date = ? and s.state = 'PAID'
                           and t.to_state = 'PAID'
                         order by t.version desc
                         limit 1
                        """)
                .with(providerId, date)
                .first(row -> row.instant("acted_at"));
    }
}

package org.nuancan.bench.nightly;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;

/// The sums of a day's statements by one statement of SQL: the time that the database takes to read
/// the books once.
public final class GroupBy {

    private GroupBy() {}

    /// The duration of the statement.
    public static Duration time(Connection connection, LocalDate day) throws SQLException {
        var began = System.nanoTime();
        try (var query =
                connection.prepareStatement(
                        """
                        select provider_id, account_kind, account_owner, reason, policy_side,
                               sum(fen) as fen, count(*) as postings
                          from posting
                         where booking_date = ?
                         group by provider_id, account_kind, account_owner, reason, policy_side
                        """)) {
            query.setObject(1, day);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var _ = rows.getLong("fen");
                }
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}

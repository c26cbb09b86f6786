package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;

/// The statements of a provider as one chain: each contains the hash of the statement that it
/// follows.
///
/// A new statement follows the provider's preceding one by date. If another statement follows that
/// one already, the new one was missing when its day was closed; it then follows the end of the
/// chain, so that no existing statement changes.
@Singleton
public final class ProviderChain {

    /// The hash that a statement of this day follows; empty for a provider's first statement.
    Optional<String> end(Connection connection, long providerId, BusinessDay day)
            throws SQLException {
        var end = preceding(connection, providerId, day);
        if (end.isEmpty()) {
            end = beginning(connection, providerId);
        }
        for (var next = end; next.isPresent(); ) {
            end = next;
            next = following(connection, providerId, next.get());
        }
        return end;
    }

    /// The hash of the provider's last statement before a day, also if that statement is deleted.
    Optional<String> preceding(Connection connection, long providerId, BusinessDay day)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select content_hash
                          from ((select statement_date, content_hash
                                   from statement
                                  where provider_id = ? and statement_date < ?
                                  order by statement_date desc
                                  limit 1)
                                union all
                                (select statement_date, content_hash
                                   from statement_anchor
                                  where provider_id = ? and statement_date < ?
                                  order by statement_date desc
                                  limit 1)) earlier
                         order by statement_date desc
                         limit 1
                        """)
                .with(providerId, day.date(), providerId, day.date())
                .first(row -> row.text("content_hash"));
    }

    /// The hash at which the kept part of the provider's chain begins: that of the first deleted
    /// statement with an anchor, or else of the statement that follows no other.
    private static Optional<String> beginning(Connection connection, long providerId)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select content_hash
                          from ((select 1 as place, content_hash
                                   from statement_anchor
                                  where provider_id = ?
                                  order by statement_date
                                  limit 1)
                                union all
                                (select 2 as place, content_hash
                                   from statement
                                  where provider_id = ? and previous_hash is null
                                  limit 1)) first
                         order by place
                         limit 1
                        """)
                .with(providerId, providerId)
                .first(row -> row.text("content_hash"));
    }

    private static Optional<String> following(Connection connection, long providerId, String hash)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select content_hash
                          from statement
                         where provider_id = ? and previous_hash = ?
                         union all
                        select content_hash
                          from statement_anchor
                         where provider_id = ? and previous_hash = ?
                        """)
                .with(providerId, hash, providerId, hash)
                .first(row -> row.text("content_hash"));
    }

    /// Whether the statement's previous hash is where the chain expects it.
    ///
    /// @param followed the previous hash in the statement; empty if it has none
    public boolean hangsOn(
            Connection connection, long providerId, BusinessDay day, Optional<String> followed)
            throws SQLException {
        if (followed.equals(preceding(connection, providerId, day))) {
            return true;
        }
        return followed.isPresent()
                ? isKept(connection, providerId, followed.get())
                : beginnings(connection, providerId) == 1;
    }

    private static boolean isKept(Connection connection, long providerId, String hash)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select 1 from statement where provider_id = ? and content_hash = ?
                         union all
                        select 1 from statement_anchor where provider_id = ? and content_hash = ?
                        """)
                .with(providerId, hash, providerId, hash)
                .exists();
    }

    private static long beginnings(Connection connection, long providerId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select (select count(*) from statement
                                 where provider_id = ? and previous_hash is null)
                               + (select count(*) from statement_anchor
                                   where provider_id = ?) as beginnings
                        """)
                .with(providerId, providerId)
                .one(row -> row.number("beginnings"));
    }
}

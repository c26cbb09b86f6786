package org.nuancan.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Sql;

/// The streets with lines on a statement, and which of them have reviewed.
@Singleton
final class Streets {

    /// In order of their codes. A site that nobody has on file lies in no street.
    List<String> of(Connection connection, long statementId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select distinct s.division
                          from statement_site x
                          join site s on s.site_id = x.site_id
                         where x.statement_id = ?
                         order by s.division
                        """)
                .with(statementId)
                .list(row -> row.text("division"));
    }

    /// The street of a site, if it is on file.
    Optional<String> ofSite(Connection connection, long siteId) throws SQLException {
        return Sql.on(connection, "select division from site where site_id = ?")
                .with(siteId)
                .first(row -> row.text("division"));
    }

    /// Those that have reviewed since the provider confirmed.
    List<String> reviewed(Connection connection, long statementId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select street_code
                          from street_review
                         where statement_id = ?
                         order by street_code
                        """)
                .with(statementId)
                .list(row -> row.text("street_code"));
    }

    /// Keeps a street's review.
    void keep(Connection connection, long statementId, String street, String by, Instant at)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into street_review
                            (statement_id, street_code, reviewed_by, reviewed_at)
                        values (?, ?, ?, ?)
                        """)
                .with(statementId, street, by, at)
                .run();
    }

    /// All streets are asked again.
    void forget(Connection connection, long statementId) throws SQLException {
        Sql.on(connection, "delete from street_review where statement_id = ?")
                .with(statementId)
                .run();
    }
}

package org.nuancan.receipt;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.inject.Singleton;

import org.nuancan.db.Sql;
import org.nuancan.money.Fen;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/// What providers have paid in on negative statements.
@Singleton
public final class PaidIn {

    /// By statement; one on which nothing was paid in is left out.
    public Map<Long, Fen> of(Connection connection, Collection<Long> statementIds)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select subject_id, sum(fen) as fen
                          from receipt_match
                         where subject_kind = 'DEBT' and subject_id in (??)
                         group by subject_id
                        """)
                .withAll(statementIds)
                .list(row -> Map.entry(row.number("subject_id"), Fen.of(row.number("fen"))))
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

package org.nuancan.receipt;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.nuancan.money.Fen;

/// What payers and acquirers have not paid yet, after what is owed the other way round (refunds,
/// recoveries) is set against the oldest of it.
@Singleton
public final class Outstanding {

    private final OwedRows rows;

    Outstanding(OwedRows rows) {
        this.rows = rows;
    }

    /// By subject: a payer's by statement, an acquirer's by day since 1970-01-01; what is paid is
    /// left out.
    public Map<Long, Fen> of(Connection connection, String district, Source source)
            throws SQLException {
        return Matching.netted(rows.by(connection, district, source)).stream()
                .collect(toUnmodifiableMap(one -> one.subject().id(), Matching.Owed::open));
    }
}

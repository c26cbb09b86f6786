package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.Entries;

/// Computes closed statements again from the books and compares the hashes.
@Singleton
final class Verification {

    /// What was found.
    ///
    /// @param compared how many statements
    /// @param different those whose hash is another now, in words
    record Found(long compared, List<String> different) {}

    private record Kept(long statementId, long providerId, BusinessDay day, String hash) {}

    private final Transactions transactions;
    private final Entries entries;
    private final StatementRows statements;

    Verification(Transactions transactions, Entries entries, StatementRows statements) {
        this.transactions = transactions;
        this.entries = entries;
        this.statements = statements;
    }

    Found verify(BusinessDay from, BusinessDay to) {
        var kept = transactions.reading(connection -> kept(connection, from, to));
        var different = new ArrayList<String>();
        for (var one : kept) {
            var again = transactions.reading(connection -> again(connection, one));
            if (!again.equals(one.hash())) {
                different.add(
                        "statement %d of provider %d on %s: kept %s, computed %s"
                                .formatted(
                                        one.statementId(),
                                        one.providerId(),
                                        one.day(),
                                        one.hash(),
                                        again));
            }
        }
        return new Found(kept.size(), List.copyOf(different));
    }

    private static List<Kept> kept(Connection connection, BusinessDay from, BusinessDay to)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select statement_id, provider_id, statement_date, content_hash
                          from statement
                         where statement_date between ? and ?
                         order by statement_date, provider_id
                        """)
                .with(from.date(), to.date())
                .list(row ->
                        new Kept(
                                row.number("statement_id"),
                                row.number("provider_id"),
                                new BusinessDay(row.date("statement_date")),
                                row.text("content_hash")));
    }

    private String again(Connection connection, Kept kept) throws SQLException {
        var footing = new Footing();
        entries.each(connection, kept.day(), kept.providerId(), footing::take);
        var previous = statements.previousHash(connection, kept.providerId(), kept.day());
        return footing.hash(footing.content(kept.providerId(), kept.day(), previous));
    }
}

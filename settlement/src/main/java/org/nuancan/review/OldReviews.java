package org.nuancan.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import org.nuancan.close.OnStatements;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// The review of statements that go: one with a line on hold or an open dispute stays.
@Singleton
final class OldReviews implements OnStatements {

    private static final List<String> TABLES =
            List.of(
                    "statement_step",
                    "statement_person",
                    "street_review",
                    "statement_dispute",
                    "line_decision");

    private final Transactions transactions;

    OldReviews(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Long> done(List<Long> statementIds) {
        return transactions.inOne(connection -> done(connection, statementIds));
    }

    private static List<Long> done(Connection connection, List<Long> statementIds)
            throws SQLException {
        var open =
                new HashSet<>(
                        Sql.on(
                                        connection,
                                        """
                                        select statement_id
                                          from line_decision
                                         where statement_id in (??) and open = 1
                                         union
                                        select statement_id
                                          from statement_dispute
                                         where statement_id in (??) and open = 1
                                        """)
                                .withAll(statementIds)
                                .withAll(statementIds)
                                .list(row -> row.number("statement_id")));
        return statementIds.stream().filter(id -> !open.contains(id)).toList();
    }

    @Override
    public void forget(List<Long> statementIds) {
        var _ = transactions.inOne(connection -> forget(connection, statementIds));
    }

    private static int forget(Connection connection, List<Long> statementIds) throws SQLException {
        var deleted = 0;
        for (var table : TABLES) {
            deleted +=
                    Sql.on(connection, "delete from %s where statement_id in (??)".formatted(table))
                            .withAll(statementIds)
                            .run();
        }
        return deleted;
    }
}

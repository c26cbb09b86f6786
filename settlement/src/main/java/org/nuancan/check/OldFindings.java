package org.nuancan.check;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.nuancan.close.statement.OnStatements;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Deletes the findings about deleted statements, and the meals of those statements.
@Singleton
final class OldFindings implements OnStatements {

    private final Transactions transactions;

    OldFindings(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void forget(List<Long> statementIds) {
        var _ = transactions.inOne(connection -> forget(connection, statementIds));
    }

    private static int forget(Connection connection, List<Long> statementIds) throws SQLException {
        Sql.on(
                        connection,
                        """
                        delete f
                          from meal_fact f
                          join statement s
                            on s.statement_date = f.booking_date
                           and s.district_code = f.district_code
                           and s.provider_id = f.provider_id
                         where s.statement_id in (??)
                        """)
                .withAll(statementIds)
                .run();
        return Sql.on(connection, "delete from anomaly where statement_id in (??)")
                .withAll(statementIds)
                .run();
    }
}

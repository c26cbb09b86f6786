package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Days for which an elder's meal was given up before: somebody knows why nothing was eaten.
@Singleton
public final class GivenUp {

    private final Transactions transactions;

    GivenUp(Transactions transactions) {
        this.transactions = transactions;
    }

    /// By elder, between two days, both included.
    public Map<Long, Set<LocalDate>> of(Collection<Long> elderIds, LocalDate from, LocalDate to) {
        return transactions.reading(connection -> read(connection, elderIds, from, to));
    }

    private static Map<Long, Set<LocalDate>> read(
            Connection connection, Collection<Long> elderIds, LocalDate from, LocalDate to)
            throws SQLException {
        var days = new HashMap<Long, Set<LocalDate>>();
        Sql.on(
                        connection,
                        """
                        select distinct elder_id, service_date
                          from preorder
                         where elder_id in (??) and service_date between ? and ?
                           and state = 'CANCELLED'
                        """)
                .withAll(elderIds)
                .with(from, to)
                .forEach(row ->
                        days.computeIfAbsent(row.number("elder_id"), _ -> new HashSet<>())
                                .add(row.date("service_date")));
        return days;
    }
}

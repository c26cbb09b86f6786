package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.util.List;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Everybody who is registered, part by part.
@Singleton
public final class Roster {

    private final Transactions transactions;

    Roster(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The next elders after one, in the order of their ids.
    public List<Long> after(long elderId, int limit) {
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                "select elder_id from elder where elder_id > ?"
                                        + " order by elder_id limit ?")
                        .with(elderId, limit)
                        .list(row -> row.number("elder_id")));
    }
}

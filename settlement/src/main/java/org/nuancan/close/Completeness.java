package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.nuancan.close.statement.StatementRepository;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.InList;
import org.nuancan.ledger.reading.Entries;

/// Checks that each provider with postings for a statement of a day has its statement or is parked.
@Singleton
final class Completeness {

    /// Maximum number of providers in one SQL statement.
    private static final int AT_ONCE = 4096;

    private final Entries entries;
    private final StatementRepository statements;

    Completeness(Entries entries, StatementRepository statements) {
        this.entries = entries;
        this.statements = statements;
    }

    /// Under the day's exclusive lock the result does not change: nothing is booked on the day, and
    /// statements and parked days are only added.
    boolean isComplete(Connection connection, BusinessDay day) throws SQLException {
        var providers = entries.providers(connection, day);
        for (var from = 0; from < providers.size(); from += AT_ONCE) {
            var some = providers.subList(from, Math.min(providers.size(), from + AT_ONCE));
            if (!areSettled(day, some)) {
                return false;
            }
        }
        return true;
    }

    private boolean areSettled(BusinessDay day, List<Long> providers) {
        return statements.settled(day.date(), InList.of(providers)) == providers.size();
    }
}

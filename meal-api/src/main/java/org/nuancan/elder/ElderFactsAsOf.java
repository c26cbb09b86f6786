package org.nuancan.elder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import org.nuancan.policy.ElderFacts;

/// What policies ask about many elders as of one date.
///
/// @param histories of the elders
/// @param date as of when
record ElderFactsAsOf(Histories histories, LocalDate date) {

    /// Reads what was so on `date`.
    static ElderFactsAsOf read(Connection connection, Collection<Long> elderIds, LocalDate date)
            throws SQLException {
        return new ElderFactsAsOf(Histories.of(connection, elderIds), date);
    }

    /// The facts about one elder who is registered.
    ElderFacts of(long elderId, LocalDate birthDate) {
        return histories.of(elderId, birthDate).on(date);
    }
}

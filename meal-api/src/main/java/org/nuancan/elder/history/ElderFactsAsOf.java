package org.nuancan.elder.history;

import java.time.LocalDate;
import java.util.List;
import org.nuancan.policy.fact.ElderFacts;

/// What policies ask about many elders as of one date.
///
/// @param histories of the elders
/// @param date as of when
public record ElderFactsAsOf(Histories histories, LocalDate date) {

    /// The facts of elders as of a date, without their cards.
    ///
    /// @param parts in the order in which they were recorded
    public static ElderFactsAsOf of(List<HistoryPart> parts, LocalDate date) {
        return new ElderFactsAsOf(new Histories(parts, List.of()), date);
    }

    /// The facts about one elder who is registered.
    public ElderFacts of(long elderId, LocalDate birthDate) {
        return histories.of(elderId, birthDate).on(date);
    }
}

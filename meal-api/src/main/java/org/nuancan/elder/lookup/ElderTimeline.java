package org.nuancan.elder.lookup;

import java.time.LocalDate;
import org.nuancan.elder.history.ElderHistory;
import org.nuancan.policy.fact.ElderFacts;

/// The dated facts about an elder, for any day without asking the database.
public final class ElderTimeline {

    private final ElderHistory history;

    ElderTimeline(ElderHistory history) {
        this.history = history;
    }

    /// The facts as of a day.
    public ElderFacts on(LocalDate date) {
        return history.on(date);
    }
}

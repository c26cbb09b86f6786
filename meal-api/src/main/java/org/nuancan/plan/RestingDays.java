package org.nuancan.plan;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.nuancan.db.InList;

/// Days on which an elder's plan rests, so that a missing meal is expected.
@Singleton
public class RestingDays {

    private final PauseRepository pauses;

    RestingDays(PauseRepository pauses) {
        this.pauses = pauses;
    }

    /// The resting days by elder, between two days, both included.
    @ReadOnly
    public Map<Long, Set<LocalDate>> of(Collection<Long> elderIds, LocalDate from, LocalDate to) {
        var days = new HashMap<Long, Set<LocalDate>>();
        for (var pause : pauses.listOfElders(InList.of(elderIds), from, to)) {
            var resting = days.computeIfAbsent(pause.elderId(), _ -> new HashSet<>());
            from.datesUntil(to.plusDays(1)).filter(pause::holds).forEach(resting::add);
        }
        return days;
    }
}

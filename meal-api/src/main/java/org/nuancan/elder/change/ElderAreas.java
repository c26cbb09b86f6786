package org.nuancan.elder.change;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.InList;
import org.nuancan.elder.Area;
import org.nuancan.elder.file.ElderStandingRepository;

/// Finds the elders who belong to an area, in the transaction that is open.
@Singleton
public final class ElderAreas {

    private final ElderStandingRepository standings;

    ElderAreas(ElderStandingRepository standings) {
        this.standings = standings;
    }

    /// Which of these elders have household or residence in an area on the day of an instant, in
    /// the order of their ids.
    public List<Long> within(Area area, Collection<Long> elderIds, Instant at) {
        return area.isAnywhere() && !elderIds.isEmpty()
                ? standings.within(InList.of(elderIds), area.prefix(), BusinessDay.of(at).date())
                : List.of();
    }

    /// Whether the elder's household or residence is in the area on the day of an instant.
    public boolean isWithin(Area area, long elderId, Instant at) {
        return !within(area, List.of(elderId), at).isEmpty();
    }
}

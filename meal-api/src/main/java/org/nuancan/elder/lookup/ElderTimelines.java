package org.nuancan.elder.lookup;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.db.InList;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.elder.history.ElderHistoryRepository;
import org.nuancan.elder.history.Histories;

/// Reads the dated facts about many elders.
@Singleton
public class ElderTimelines {

    private static final int ELDERS = 1024;

    private final ElderRepository elders;
    private final ElderHistoryRepository histories;

    ElderTimelines(ElderRepository elders, ElderHistoryRepository histories) {
        this.elders = elders;
        this.histories = histories;
    }

    /// The facts of elders by id; elders who do not exist are left out.
    @ReadOnly
    public Map<Long, ElderTimeline> read(List<Long> elderIds) {
        var found = new HashMap<Long, ElderTimeline>();
        for (var from = 0; from < elderIds.size(); from += ELDERS) {
            var some = InList.of(elderIds.subList(from, Math.min(from + ELDERS, elderIds.size())));
            var parts = new Histories(histories.parts(some), List.of());
            for (var elder : elders.seated(some)) {
                found.put(
                        elder.elderId(),
                        new ElderTimeline(parts.of(elder.elderId(), elder.birthDate())));
            }
        }
        return found;
    }
}

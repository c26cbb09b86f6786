package org.nuancan.elder.lookup;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nuancan.db.InList;
import org.nuancan.elder.HomeDistrict;
import org.nuancan.elder.Words;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.elder.file.SeatedElder;
import org.nuancan.elder.history.ElderFactsAsOf;
import org.nuancan.elder.history.ElderHistoryRepository;
import org.nuancan.policy.fact.ElderFacts;

/// Reads elders as of a service date without locks, in the transaction that is open.
@Singleton
final class EldersAtTable {

    private final HomeDistrict home;
    private final ElderRepository elders;
    private final ElderHistoryRepository histories;

    EldersAtTable(HomeDistrict home, ElderRepository elders, ElderHistoryRepository histories) {
        this.home = home;
        this.elders = elders;
        this.histories = histories;
    }

    /// In the order of their ids; elders who do not exist are left out.
    Map<Long, ElderAtTable> read(Collection<Long> elderIds, LocalDate date) {
        if (elderIds.isEmpty()) {
            return Map.of();
        }
        var ids = InList.of(elderIds.stream().distinct().sorted().toList());
        var seated = elders.seated(ids);
        var facts = ElderFactsAsOf.of(histories.parts(ids), date);
        var found = new LinkedHashMap<Long, ElderAtTable>();
        for (var elder : seated) {
            var about = facts.of(elder.elderId(), elder.birthDate());
            found.put(elder.elderId(), atTable(elder, about, date));
        }
        return found;
    }

    private ElderAtTable atTable(SeatedElder elder, ElderFacts facts, LocalDate date) {
        return new ElderAtTable(
                elder.elderId(),
                elder.maskedName(),
                home.districtOf(facts),
                facts,
                Math.toIntExact(facts.ageOn(date)),
                Words.diet(elder.diet()),
                Words.allergens(elder.allergens()));
    }
}

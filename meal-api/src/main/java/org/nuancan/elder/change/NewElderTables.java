package org.nuancan.elder.change;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.elder.HomeDistrict;
import org.nuancan.elder.NewElder;
import org.nuancan.elder.NewElder.Enrolment;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.elder.file.ElderChange;
import org.nuancan.elder.file.ElderChangeEntity;
import org.nuancan.elder.file.ElderChangeRepository;
import org.nuancan.elder.file.ElderEntity;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.elder.file.ElderStandingEntity;
import org.nuancan.elder.file.ElderStandingRepository;
import org.nuancan.elder.vault.SealedPerson;

/// Writes the rows of new elders, table by table.
@Singleton
final class NewElderTables {

    private final SealedPerson persons;
    private final HomeDistrict home;
    private final ElderRepository elders;
    private final ElderStandingRepository standings;
    private final ElderChangeRepository changes;
    private final NewElderParts parts;

    NewElderTables(
            SealedPerson persons,
            HomeDistrict home,
            ElderRepository elders,
            ElderStandingRepository standings,
            ElderChangeRepository changes,
            NewElderParts parts) {
        this.persons = persons;
        this.home = home;
        this.elders = elders;
        this.standings = standings;
        this.changes = changes;
        this.parts = parts;
    }

    /// @param elderIds as many as `some`, in the same order
    void insert(List<Long> elderIds, List<Enrolment> some, Written written) {
        var elderRows = new ArrayList<ElderEntity>();
        var standingRows = new ArrayList<ElderStandingEntity>();
        var changeRows = new ArrayList<ElderChangeEntity>();
        for (var at = 0; at < some.size(); at++) {
            var elderId = elderIds.get(at);
            var elder = some.get(at).elder();
            elderRows.add(row(elderId, elder, written));
            standingRows.add(
                    ElderStandingEntity.of(
                            elderId, elder.idNumber().birthDate(), elder.standing()));
            changeRows.add(
                    ElderChangeEntity.of(elderId, 1, ElderChange.Kind.REGISTERED, "", written));
        }
        var _ = elders.saveAll(elderRows);
        var _ = standings.saveAll(standingRows);
        parts.insert(elderIds, some, written);
        var _ = changes.saveAll(changeRows);
    }

    private ElderEntity row(long elderId, NewElder elder, Written written) {
        var standing = elder.standing();
        var sealed = persons.sealAll(elderId, elder);
        return new ElderEntity(
                elderId,
                1,
                1,
                sealed.idNumberIndex(),
                sealed.nameIndex(),
                sealed.phoneIndex().orElse(null),
                sealed.keyId(),
                sealed.idNumber(),
                sealed.person(),
                elder.person().name().masked(),
                elder.idNumber().birthDate(),
                elder.idNumber().sex(),
                home.districtOf(
                        standing.household().division().code(), standing.residence().code()),
                elder.needs().diet(),
                elder.needs().allergens(),
                written.at(),
                written.by());
    }
}

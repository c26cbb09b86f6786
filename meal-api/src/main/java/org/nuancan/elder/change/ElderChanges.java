package org.nuancan.elder.change;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.audit.FieldChange;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.Area;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.elder.file.ElderChange;
import org.nuancan.elder.file.ElderChangeEntity;
import org.nuancan.elder.file.ElderChangeRepository;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.elder.history.ElderFactsAsOf;
import org.nuancan.elder.history.ElderHistoryRepository;

/// Changes about elders, each made with the elder's row locked, in the transaction that is open.
@Singleton
public final class ElderChanges {

    private final ElderRepository elders;
    private final ElderHistoryRepository histories;
    private final ElderChangeRepository repository;
    private final ElderNotices notices;

    ElderChanges(
            ElderRepository elders,
            ElderHistoryRepository histories,
            ElderChangeRepository repository,
            ElderNotices notices) {
        this.elders = elders;
        this.histories = histories;
        this.repository = repository;
        this.notices = notices;
    }

    /// Locks an elder of an area until the transaction ends; empty if there is none.
    public Optional<ElderLock> lock(long elderId, Area area, Instant at) {
        var today = BusinessDay.of(at).date();
        return elders.lock(elderId)
                .map(elder ->
                        new ElderLock(
                                elder,
                                ElderFactsAsOf.of(histories.parts(List.of(elderId)), today)
                                        .of(elderId, elder.birthDate()),
                                today))
                .filter(lock -> area.covers(lock.standing()));
    }

    /// Records a change of an elder's own record.
    ///
    /// @param fields the changed fields, masked
    public void add(
            ElderLock lock, ElderChange.Kind kind, List<FieldChange> fields, Written written) {
        var names = fields.stream().map(FieldChange::field).collect(joining(","));
        addOfCard(lock, kind, names, written);
        notices.changed(lock, kind, names, fields, written);
    }

    /// Records a stay or a status.
    ///
    /// @param about in the history's words
    public void add(
            ElderLock lock,
            ElderChange.Kind kind,
            String about,
            FieldChange field,
            Written written) {
        addOfCard(lock, kind, about, written);
        notices.changed(lock, kind, about, List.of(field), written);
    }

    /// Records a change of one of the elder's cards.
    void addOfCard(ElderLock lock, ElderChange.Kind kind, String fields, Written written) {
        elders.countChanges(lock.elderId(), lock.number());
        var _ =
                repository.save(
                        ElderChangeEntity.of(lock.elderId(), lock.number(), kind, fields, written));
    }

    /// All changes about an elder, oldest first.
    public List<ElderChange> list(long elderId) {
        return repository.findByIdElderIdOrderByIdNumber(elderId).stream()
                .map(ElderChangeEntity::change)
                .toList();
    }
}

package org.nuancan.elder.record;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.elder.Area;
import org.nuancan.elder.HeldCategory;
import org.nuancan.elder.LifeDays;
import org.nuancan.elder.NewElder;
import org.nuancan.elder.NewElder.Enrolment;
import org.nuancan.elder.NewElder.NewStatus;
import org.nuancan.elder.NewElder.NewStay;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.elder.change.ElderAreas;
import org.nuancan.elder.change.ElderChanges;
import org.nuancan.elder.change.ElderDays;
import org.nuancan.elder.change.ElderFields;
import org.nuancan.elder.change.ElderInserts;
import org.nuancan.elder.change.ElderLock;
import org.nuancan.elder.change.ElderPatch;
import org.nuancan.elder.file.ElderChange;

/// Registers elders and keeps their records; every change with who and when.
@Singleton
public class ElderService {

    /// What became of a request to register or change an elder.
    public sealed interface Outcome {

        /// It is done.
        record Done(long elderId) implements Outcome {}

        /// A day that is not possible in the elder's life.
        ///
        /// @param pointer to the day in the request
        record DayImpossible(String pointer) implements Outcome {}

        /// An elder with this ID number is registered.
        record KnownAlready() implements Outcome {}

        /// No such elder in the caller's area.
        record NotHere() implements Outcome {}

        /// The record was changed meanwhile.
        record Stale() implements Outcome {}
    }

    private static final Outcome NOT_HERE = new Outcome.NotHere();

    private final Clock clock;
    private final ElderAreas areas;
    private final ElderChanges changes;
    private final ElderInserts inserts;
    private final ElderFields fields;
    private final ElderDays days;

    ElderService(
            Clock clock,
            ElderAreas areas,
            ElderChanges changes,
            ElderInserts inserts,
            ElderFields fields,
            ElderDays days) {
        this.clock = clock;
        this.areas = areas;
        this.changes = changes;
        this.inserts = inserts;
        this.fields = fields;
        this.days = days;
    }

    /// Registers an elder whose household or residence is in the area; a registered ID number gives
    /// [Outcome.KnownAlready].
    @Transactional
    public Outcome register(NewElder elder, Area area, String by) {
        if (!area.covers(elder.standing())) {
            return NOT_HERE;
        }
        if (!inserts.known(Set.of(elder.idNumber())).isEmpty()) {
            return new Outcome.KnownAlready();
        }
        try {
            var made = inserts.insert(List.of(Enrolment.of(elder)), written(by));
            return new Outcome.Done(made.getFirst());
        } catch (DatabaseFailure failure) {
            // Another transaction was faster.
            if (isDuplicate(failure, "elder_id_number_once")) {
                return new Outcome.KnownAlready();
            }
            throw failure;
        }
    }

    static boolean isDuplicate(DatabaseFailure failure, String constraint) {
        return failure.kind() == DatabaseFailure.Kind.DUPLICATE && failure.concerns(constraint);
    }

    /// Changes what a PATCH names, from today on.
    @Transactional
    public Outcome change(long elderId, int version, ElderPatch patch, Area area, String by) {
        var written = written(by);
        var lock = changes.lock(elderId, area, written.at());
        if (lock.isEmpty()) {
            return NOT_HERE;
        }
        if (lock.get().elder().version() != version) {
            return new Outcome.Stale();
        }
        var begins = patch.categories().orElse(List.of()).stream().map(HeldCategory::from).toList();
        var impossible = ElderRequests.impossible(lock.get().life().firstImpossible(begins));
        if (impossible.isPresent()) {
            return new Outcome.DayImpossible(impossible.get());
        }
        changes.add(lock.get(), ElderChange.Kind.CHANGED, fields.write(lock.get(), patch), written);
        return new Outcome.Done(elderId);
    }

    /// Records a stay; one that begins the same day is the same stay and is written over.
    @Transactional
    public Outcome stay(long elderId, NewStay stay, Area area, String by) {
        return recorded(
                elderId,
                area,
                by,
                life -> life.canBegin(stay.from()) ? Optional.empty() : Optional.of("/from"),
                (lock, written) -> days.stay(lock, stay, written));
    }

    /// Records a status from a day on, which may be past.
    @Transactional
    public Outcome status(long elderId, NewStatus status, Area area, String by) {
        return recorded(
                elderId,
                area,
                by,
                life ->
                        life.canBegin(status.status(), status.on())
                                ? Optional.empty()
                                : Optional.of("/on"),
                (lock, written) -> days.status(lock, status, written));
    }

    private Outcome recorded(
            long elderId,
            Area area,
            String by,
            Function<LifeDays, Optional<String>> impossibleDay,
            BiConsumer<ElderLock, Written> writing) {
        var written = written(by);
        var lock = changes.lock(elderId, area, written.at());
        if (lock.isEmpty()) {
            return NOT_HERE;
        }
        var impossible = impossibleDay.apply(lock.get().life());
        if (impossible.isPresent()) {
            return new Outcome.DayImpossible(impossible.get());
        }
        writing.accept(lock.get(), written);
        return new Outcome.Done(elderId);
    }

    /// What happened to a record, oldest first; empty if the elder is not in the area.
    @ReadOnly
    public Optional<List<ElderChange>> history(long elderId, Area area) {
        return areas.isWithin(area, elderId, clock.instant())
                ? Optional.of(changes.list(elderId))
                : Optional.empty();
    }

    private Written written(String by) {
        return new Written(by, clock.instant());
    }
}

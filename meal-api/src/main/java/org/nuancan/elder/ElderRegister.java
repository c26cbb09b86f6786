package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.elder.NewElder.Enrolment;
import org.nuancan.elder.NewElder.NewStatus;
import org.nuancan.elder.NewElder.NewStay;
import org.nuancan.elder.NewElder.Written;

/// Puts elders on file and keeps their records; every change with who and when.
@Singleton
final class ElderRegister {

    /// What became of a wish to register or change somebody.
    sealed interface Outcome {

        /// It is done.
        record Done(long elderId) implements Outcome {}

        /// A day that is not possible in the elder's life.
        ///
        /// @param pointer to the day in the request
        record DayImpossible(String pointer) implements Outcome {}

        /// Somebody with this ID number is registered.
        record KnownAlready() implements Outcome {}

        /// No such elder in the caller's area.
        record NotHere() implements Outcome {}

        /// Somebody else changed the record meanwhile.
        record Stale() implements Outcome {}
    }

    private static final Outcome NOT_HERE = new Outcome.NotHere();

    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;
    private final Vault vault;
    private final ElderRows rows;
    private final ElderFields fields;
    private final Told told;

    ElderRegister(
            Transactions transactions,
            Clock clock,
            Ids ids,
            Vault vault,
            ElderRows rows,
            ElderFields fields,
            Told told) {
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.vault = vault;
        this.rows = rows;
        this.fields = fields;
        this.told = told;
    }

    Outcome register(NewElder elder, Area area, String by) {
        if (!area.covers(elder.standing())) {
            return NOT_HERE;
        }
        return transactions.inOne(connection -> insert(connection, elder, written(by)));
    }

    private Outcome insert(Connection connection, NewElder elder, Written written)
            throws SQLException {
        if (!rows.known(connection, Set.of(elder.idNumber())).isEmpty()) {
            return new Outcome.KnownAlready();
        }
        try {
            var made = rows.insert(connection, List.of(Enrolment.of(elder)), written);
            return new Outcome.Done(made.getFirst());
        } catch (SQLException exception) {
            // Another one was faster by a moment.
            if (isDuplicate(exception, "elder_id_number_once")) {
                return new Outcome.KnownAlready();
            }
            throw exception;
        }
    }

    static boolean isDuplicate(SQLException exception, String constraint) {
        return DatabaseFailure.from(exception)
                .filter(failure -> failure.kind() == DatabaseFailure.Kind.DUPLICATE)
                .filter(failure -> failure.concerns(constraint))
                .isPresent();
    }

    /// Changes what a PATCH names, from today on.
    Outcome change(long elderId, int version, ElderWish wish, Area area, String by) {
        return transactions.inOne(connection -> {
            var written = written(by);
            var lock = ElderLock.take(connection, elderId, area, written.at());
            if (lock.isEmpty()) {
                return NOT_HERE;
            }
            if (lock.get().version() != version) {
                return new Outcome.Stale();
            }
            var begins =
                    wish.categories().orElse(List.of()).stream().map(HeldCategory::from).toList();
            var impossible = ElderRequests.impossible(lock.get().life().firstImpossible(begins));
            if (impossible.isPresent()) {
                return new Outcome.DayImpossible(impossible.get());
            }
            var changed = fields.write(connection, lock.get(), wish);
            Sql.on(connection, "update elder set version = version + 1 where elder_id = ?")
                    .with(elderId)
                    .run();
            lock.get()
                    .changed(
                            connection,
                            ElderChange.Kind.CHANGED,
                            String.join(",", changed),
                            written);
            told.changed(elderId, ElderChange.Kind.CHANGED, String.join(",", changed), written);
            return new Outcome.Done(elderId);
        });
    }

    /// Records a stay; one that begins the same day is the same stay, told better.
    Outcome stay(long elderId, NewStay stay, Area area, String by) {
        return recorded(
                elderId,
                area,
                by,
                ElderChange.Kind.STAY,
                life -> life.canBegin(stay.from()) ? Optional.empty() : Optional.of("/from"),
                (connection, lock) -> {
                    var to = stay.to().orElse(null);
                    var where = vault.seal(SealedFields.PLACE, stay.where(), elderId, stay.from());
                    Sql.on(
                                    connection,
                                    """
                                    insert into elder_stay
                                        (stay_id, elder_id, valid_from, valid_to, sealed_place)
                                    values (?, ?, ?, ?, ?)
                                    on duplicate key update
                                        valid_to = values(valid_to), sealed_place = values(sealed_place)
                                    """)
                            .with(ids.next(), elderId, stay.from(), to, where)
                            .run();
                    told.stay(connection, elderId, stay);
                    return stay.from() + "/" + stay.to().map(Object::toString).orElse("");
                });
    }

    /// Records a status from a day on; it may be told late.
    Outcome status(long elderId, NewStatus status, Area area, String by) {
        return recorded(
                elderId,
                area,
                by,
                ElderChange.Kind.STATUS,
                life ->
                        life.canBegin(status.status(), status.on())
                                ? Optional.empty()
                                : Optional.of("/on"),
                (connection, lock) -> {
                    Sql.on(
                                    connection,
                                    """
                                    insert into elder_status
                                        (elder_id, number, valid_from, status, sealed_reason)
                                    values (?, ?, ?, ?, ?)
                                    """)
                            .with(
                                    elderId,
                                    lock.number(),
                                    status.on(),
                                    status.status(),
                                    vault.seal(
                                            SealedFields.STATUS_REASON,
                                            status.reason(),
                                            elderId,
                                            lock.number()))
                            .run();
                    told.status(connection, elderId, status);
                    return status.status() + " " + status.on();
                });
    }

    private interface Writing {
        String write(Connection connection, ElderLock lock) throws SQLException;
    }

    private Outcome recorded(
            long elderId,
            Area area,
            String by,
            ElderChange.Kind kind,
            Function<LifeDays, Optional<String>> impossibleDay,
            Writing writing) {
        return transactions.inOne(connection -> {
            var written = written(by);
            var lock = ElderLock.take(connection, elderId, area, written.at());
            if (lock.isEmpty()) {
                return NOT_HERE;
            }
            var impossible = impossibleDay.apply(lock.get().life());
            if (impossible.isPresent()) {
                return new Outcome.DayImpossible(impossible.get());
            }
            var about = writing.write(connection, lock.get());
            lock.get().changed(connection, kind, about, written);
            told.changed(elderId, kind, about, written);
            return new Outcome.Done(elderId);
        });
    }

    /// What happened to a record, oldest first; empty if the elder is not in the area.
    Optional<List<ElderChange>> history(long elderId, Area area) {
        return transactions.reading(connection -> {
            var elder = ElderReader.idsIn(connection, List.of(elderId), area, clock.instant());
            if (elder.isEmpty()) {
                return Optional.<List<ElderChange>>empty();
            }
            return Optional.of(
                    Sql.on(
                                    connection,
                                    """
                                    select number, changed_at, changed_by, kind, fields
                                    from elder_change
                                    where elder_id = ?
                                    order by number
                                    """)
                            .with(elderId)
                            .list(row ->
                                    new ElderChange(
                                            row.integer("number"),
                                            row.instant("changed_at"),
                                            row.text("changed_by"),
                                            row.name("kind", ElderChange.Kind.class),
                                            row.text("fields"))));
        });
    }

    private Written written(String by) {
        return new Written(by, clock.instant());
    }
}

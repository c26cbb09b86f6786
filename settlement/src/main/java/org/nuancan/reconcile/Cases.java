package org.nuancan.reconcile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.db.Ids;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.reconcile.Case.State;
import org.nuancan.reconcile.Case.Step;
import org.nuancan.reconcile.Comparison.Wish;
import org.nuancan.reconcile.Reconciliation.Found;

/// Keeps what people do about differences: taken, explained, closed, in this order.
@Singleton
public final class Cases {

    private final Ids ids;
    private final Clock clock;

    Cases(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    Map<String, Case> of(Connection connection, Wish wish) throws SQLException {
        var found = new TreeMap<String, Case>();
        Sql.on(
                        connection,
                        """
                        select case_key, state, left_fen, right_fen, taken_by, explanation,
                               changed_at
                          from difference_case
                         where district_code = ? and on_date = ?
                        """)
                .with(wish.district(), wish.date())
                .forEach(row -> found.put(row.text("case_key"), read(row)));
        return found;
    }

    private static Case read(Row row) throws SQLException {
        return new Case(
                row.name("state", State.class),
                Fen.of(row.number("left_fen")),
                Fen.of(row.number("right_fen")),
                row.text("taken_by"),
                row.maybeText("explanation"),
                row.instant("changed_at"));
    }

    /// Takes a step on a difference that stands now.
    ///
    /// @param text why it is so, for `EXPLAIN`
    /// @return empty if the step does not follow where it stands
    public Optional<Case> step(
            Connection connection,
            Wish wish,
            Pair pair,
            Found found,
            Step step,
            String by,
            Optional<String> text)
            throws SQLException {
        var before = lock(connection, found);
        var from = before.map(Case::state);
        var next =
                switch (step) {
                    case TAKE -> from.isEmpty() ? Optional.of(State.TAKEN) : none();
                    case EXPLAIN ->
                            from.filter(one -> one != State.CLOSED).map(_ -> State.EXPLAINED);
                    case CLOSE -> from.filter(one -> one == State.EXPLAINED).map(_ -> State.CLOSED);
                };
        if (next.isEmpty()) {
            return Optional.empty();
        }
        var words = text.isPresent() ? text : before.flatMap(Case::explanation);
        var after =
                new Case(
                        next.get(),
                        found.difference().left(),
                        found.difference().right(),
                        before.map(Case::takenBy).orElse(by),
                        words,
                        clock.instant());
        keep(connection, wish, pair, found, after);
        history(connection, found, after, by, text);
        return Optional.of(after);
    }

    private static Optional<State> none() {
        return Optional.empty();
    }

    /// What was done, if its figures are those of now.
    private static Optional<Case> lock(Connection connection, Found found) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select state, left_fen, right_fen, taken_by, explanation, changed_at
                          from difference_case
                         where case_key = ?
                           for update
                        """)
                .with(found.differenceId())
                .first(Cases::read)
                .filter(one ->
                        one.left().equals(found.difference().left())
                                && one.right().equals(found.difference().right()));
    }

    private static void keep(Connection connection, Wish wish, Pair pair, Found found, Case after)
            throws SQLException {
        Sql.on(connection, "delete from difference_case where case_key = ?")
                .with(found.differenceId())
                .run();
        Sql.on(
                        connection,
                        """
                        insert into difference_case
                            (case_key, district_code, on_date, pair, state, left_fen, right_fen,
                             taken_by, explanation, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(found.differenceId(), wish.district(), wish.date(), pair, after.state())
                .with(after.left().value(), after.right().value(), after.takenBy())
                .with(after.explanation().orElse(null), after.changedAt())
                .run();
    }

    private void history(
            Connection connection, Found found, Case after, String by, Optional<String> text)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into difference_step
                            (step_id, case_key, state, left_fen, right_fen, acted_by, acted_at,
                             text)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(ids.next(), found.differenceId(), after.state(), after.left().value())
                .with(after.right().value(), by, after.changedAt(), text.orElse(null))
                .run();
    }
}

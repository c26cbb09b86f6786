package org.nuancan.close;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.money.Fen;

/// The one door through which a closed statement changes: its state and what is held of it. Who may
/// change what decides `review`, which also keeps the history; what the close wrote stays.
///
/// Callers lock first, and lock statements last: after the booking day, elders, limits and orders.
@Singleton
public final class StatementStates {

    /// Where a statement stands, read under its lock.
    ///
    /// @param version counts the steps since the close, from 1
    /// @param payable what is owed to the provider, before anything is held
    /// @param held what a payment leaves out, 0 or more
    /// @param since when it came to this state
    public record Standing(
            long statementId,
            long providerId,
            String districtCode,
            BusinessDay date,
            StatementState state,
            int version,
            Fen payable,
            Fen held,
            Instant since) {}

    private static final String LOCKED =
            """
            select statement_id, provider_id, district_code, statement_date, state, version,
                   payable_fen, held_fen, coalesce(state_since, closed_at) as since
              from statement
             where statement_id in (??)
             order by statement_id
               for update
            """;

    private final Transactions transactions;

    StatementStates(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Locks a statement until the transaction ends.
    public Optional<Standing> lock(long statementId) {
        return lockAll(List.of(statementId)).stream().findFirst();
    }

    /// Locks statements in ascending order of their ids; what does not exist is left out.
    public List<Standing> lockAll(Collection<Long> statementIds) {
        return transactions.inOne(connection ->
                Sql.on(connection, LOCKED)
                        .withAll(new TreeSet<>(statementIds))
                        .list(StatementStates::read));
    }

    /// Brings a locked statement into another state.
    ///
    /// @throws IllegalStateException if it no longer stands where `from` says
    @CanIgnoreReturnValue
    public Standing move(Standing from, StatementState to, Instant at) {
        var moved =
                transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        update statement
                                           set state = ?, version = version + 1, state_since = ?
                                         where statement_id = ? and state = ? and version = ?
                                        """)
                                .with(to, at, from.statementId(), from.state(), from.version())
                                .run());
        stillThere(moved, from);
        return new Standing(
                from.statementId(),
                from.providerId(),
                from.districtCode(),
                from.date(),
                to,
                from.version() + 1,
                from.payable(),
                from.held(),
                at);
    }

    /// Counts a step that leaves the state as it is.
    ///
    /// @param more what is held more; negative if less
    /// @throws IllegalStateException if it no longer stands where `from` says
    @CanIgnoreReturnValue
    public Standing hold(Standing from, Fen more) {
        var kept =
                transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        update statement
                                           set held_fen = held_fen + ?, version = version + 1
                                         where statement_id = ? and state = ? and version = ?
                                        """)
                                .with(
                                        more.value(),
                                        from.statementId(),
                                        from.state(),
                                        from.version())
                                .run());
        stillThere(kept, from);
        return new Standing(
                from.statementId(),
                from.providerId(),
                from.districtCode(),
                from.date(),
                from.state(),
                from.version() + 1,
                from.payable(),
                from.held().plus(more),
                from.since());
    }

    /// Counts a step that changes neither state nor money.
    ///
    /// @throws IllegalStateException if it no longer stands where `from` says
    @CanIgnoreReturnValue
    public Standing touch(Standing from) {
        return hold(from, Fen.ZERO);
    }

    private static void stillThere(int rows, Standing from) {
        if (rows != 1) {
            throw new IllegalStateException(
                    "statement %d no longer stands at %s, version %d"
                            .formatted(from.statementId(), from.state(), from.version()));
        }
    }

    private static Standing read(Row row) throws SQLException {
        return new Standing(
                row.number("statement_id"),
                row.number("provider_id"),
                row.text("district_code"),
                new BusinessDay(row.date("statement_date")),
                row.name("state", StatementState.class),
                row.integer("version"),
                Fen.of(row.number("payable_fen")),
                Fen.of(row.number("held_fen")),
                row.instant("since"));
    }
}

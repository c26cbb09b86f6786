package org.nuancan.close.statement;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.InList;
import org.nuancan.money.Fen;

/// Changes the state and the held amount of closed statements; all such changes go through this
/// class. Package `review` decides who may change what and keeps the history. The fields that the
/// close wrote never change.
///
/// Callers lock before they change, and lock statements last: after the booking day, elders, limits
/// and orders.
@Singleton
public class StatementStates {

    /// State of a statement, read under its lock.
    ///
    /// @param version counts the steps since the close, from 1
    /// @param payable amount owed to the provider, before anything is held
    /// @param held amount that a payment leaves out, 0 or more
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

    private final StatementRepository statements;

    StatementStates(StatementRepository statements) {
        this.statements = statements;
    }

    /// Locks a statement until the transaction ends.
    @Transactional
    public Optional<Standing> lock(long statementId) {
        return lockAll(List.of(statementId)).stream().findFirst();
    }

    /// Locks statements in ascending order of their ids; ids that do not exist are left out.
    @Transactional
    public List<Standing> lockAll(Collection<Long> statementIds) {
        return statements.lock(InList.of(new TreeSet<>(statementIds))).stream()
                .map(StatementEntity::standing)
                .toList();
    }

    /// Moves a locked statement to another state.
    ///
    /// @throws IllegalStateException if its state or version differs from `from`
    @Transactional
    @CanIgnoreReturnValue
    public Standing move(Standing from, StatementState to, Instant at) {
        var moved = statements.move(from.statementId(), from.state(), from.version(), to, at);
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

    /// Counts a step that does not change the state.
    ///
    /// @param more amount that is held in addition; negative if less is held
    /// @throws IllegalStateException if its state or version differs from `from`
    @Transactional
    @CanIgnoreReturnValue
    public Standing hold(Standing from, Fen more) {
        var kept = statements.hold(from.statementId(), from.state(), from.version(), more.value());
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
    /// @throws IllegalStateException if its state or version differs from `from`
    @Transactional
    @CanIgnoreReturnValue
    public Standing touch(Standing from) {
        return hold(from, Fen.ZERO);
    }

    private static void stillThere(int rows, Standing from) {
        if (rows != 1) {
            throw new IllegalStateException(
                    "statement %d is no longer at %s, version %d"
                            .formatted(from.statementId(), from.state(), from.version()));
        }
    }
}

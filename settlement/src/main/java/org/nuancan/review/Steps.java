package org.nuancan.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.nuancan.audit.AuditLog;
import org.nuancan.close.StatementState;
import org.nuancan.close.StatementStates.Standing;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;

/// The history of statements: one row a version, only ever added, and each in the audit log.
@Singleton
public final class Steps {

    /// A step that was taken.
    ///
    /// @param version the statement's after it
    /// @param street for whom a street acted
    /// @param journalId the line it is about
    /// @param orderId the order it is about
    /// @param siteId of the line
    /// @param fen the money it moved
    public record Step(
            long stepId,
            int version,
            Act act,
            Level level,
            String by,
            Instant at,
            StatementState from,
            StatementState to,
            Optional<String> street,
            Optional<Long> journalId,
            Optional<Long> orderId,
            Optional<Long> siteId,
            Optional<Fen> fen,
            Optional<String> reason) {}

    /// What a step is about, besides the statement.
    ///
    /// @param journalId the line
    /// @param orderId the order
    /// @param fen the money it moves
    /// @param reason why
    record About(OptionalLong journalId, OptionalLong orderId, Optional<Fen> fen, String reason) {

        /// The statement as a whole.
        static About all(String reason) {
            return new About(OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), reason);
        }
    }

    /// A step to be written.
    record Taken(Act act, Reviewer by, StatementState from, Standing after, About about) {}

    private final Ids ids;
    private final Clock clock;
    private final AuditLog audit;
    private final Persons persons;

    Steps(Ids ids, Clock clock, AuditLog audit, Persons persons) {
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.persons = persons;
    }

    void write(Connection connection, List<Taken> steps) throws SQLException {
        var rows =
                Batch.into(
                        "statement_step",
                        "step_id",
                        "statement_id",
                        "version",
                        "act",
                        "level",
                        "acted_by",
                        "acted_at",
                        "from_state",
                        "to_state",
                        "street_code",
                        "journal_id",
                        "order_id",
                        "fen",
                        "reason");
        var now = clock.instant();
        for (var step : steps) {
            persons.keep(connection, step.after().statementId(), step.by());
            rows.row(
                    ids.next(),
                    step.after().statementId(),
                    step.after().version(),
                    step.act(),
                    step.by().level(),
                    step.by().name(),
                    now,
                    step.from(),
                    step.after().state(),
                    step.by().street().orElse(null),
                    orNull(step.about().journalId()),
                    orNull(step.about().orderId()),
                    step.about().fen().map(Fen::value).orElse(null),
                    step.about().reason().isEmpty() ? null : step.about().reason());
        }
        rows.write(connection);
        audit.write(steps.stream().map(Steps::audited).toList());
    }

    private static AuditLog.Entry audited(Taken step) {
        return new AuditLog.Entry(
                AuditLog.Area.REVIEW,
                step.by().name(),
                step.act().name(),
                "statement " + step.after().statementId(),
                "version %d, %s to %s%s%s"
                        .formatted(
                                step.after().version(),
                                step.from(),
                                step.after().state(),
                                line(step.about()),
                                step.about().reason().isEmpty()
                                        ? ""
                                        : ": " + step.about().reason()));
    }

    private static String line(About about) {
        return (about.journalId().isPresent() ? ", line " + about.journalId().getAsLong() : "")
                + about.fen().map(fen -> ", " + fen.value() + " fen").orElse("");
    }

    private static @Nullable Long orNull(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }

    /// The steps of a statement behind a version, in their order.
    public List<Step> of(Connection connection, long statementId, int afterVersion, int limit)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select h.step_id, h.version, h.act, h.level, h.acted_by, h.acted_at,
                               h.from_state, h.to_state, h.street_code, h.journal_id, h.order_id,
                               j.site_id, h.fen, h.reason
                          from statement_step h
                          left join journal j on j.journal_id = h.journal_id
                         where h.statement_id = ? and h.version > ?
                         order by h.version
                         limit ?
                        """)
                .with(statementId, afterVersion, limit)
                .list(Steps::read);
    }

    private static Step read(Row row) throws SQLException {
        return new Step(
                row.number("step_id"),
                row.integer("version"),
                row.name("act", Act.class),
                row.name("level", Level.class),
                row.text("acted_by"),
                row.instant("acted_at"),
                row.name("from_state", StatementState.class),
                row.name("to_state", StatementState.class),
                row.maybeText("street_code"),
                row.maybeNumber("journal_id"),
                row.maybeNumber("order_id"),
                row.maybeNumber("site_id"),
                row.maybeNumber("fen").map(Fen::of),
                row.maybeText("reason"));
    }
}

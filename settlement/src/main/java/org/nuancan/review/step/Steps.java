package org.nuancan.review.step;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.nuancan.audit.AuditLog;
import org.nuancan.close.statement.StatementState;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.db.Ids;
import org.nuancan.ledger.reading.MealJournals;
import org.nuancan.money.Fen;

/// Writes and reads the history of statements: one row a version, only ever added, and each also in
/// the audit log.
@Singleton
public class Steps {

    /// A step that was done.
    ///
    /// @param version the statement's version after the step
    /// @param street the street that acted
    /// @param journalId the line it is about
    /// @param orderId the order it is about
    /// @param siteId site of the line
    /// @param fen moved amount
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

    /// Details of a step.
    ///
    /// @param journalId the line
    /// @param orderId the order
    /// @param fen moved amount
    /// @param reason reason that the reviewer gave
    public record About(
            OptionalLong journalId, OptionalLong orderId, Optional<Fen> fen, String reason) {

        /// A step on the statement as a whole.
        public static About all(String reason) {
            return new About(OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), reason);
        }
    }

    /// A step to be written.
    public record Taken(Act act, Reviewer by, StatementState from, Standing after, About about) {}

    private final StatementStepRepository rows;
    private final MealJournals journals;
    private final Persons persons;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    Steps(
            StatementStepRepository rows,
            MealJournals journals,
            Persons persons,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.journals = journals;
        this.persons = persons;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Adds a row and an audit entry for each step, and keeps the person who acted.
    public void write(List<Taken> steps) {
        if (steps.isEmpty()) {
            return;
        }
        var now = clock.instant();
        steps.forEach(step -> persons.keep(step.after().statementId(), step.by()));
        var _ = rows.saveAll(steps.stream().map(step -> row(step, now)).toList());
        audit.write(steps.stream().map(Steps::audited).toList());
    }

    private StatementStepEntity row(Taken step, Instant now) {
        return new StatementStepEntity(
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
                                        : ": " + step.about().reason()),
                content(step));
    }

    private static AuditLog.Content content(Taken step) {
        var district = step.after().districtCode();
        return step.from() == step.after().state()
                ? AuditLog.Content.at(district)
                : AuditLog.Content.of(
                        district, "state", step.from().name(), step.after().state().name());
    }

    private static String line(About about) {
        return (about.journalId().isPresent() ? ", line " + about.journalId().getAsLong() : "")
                + about.fen().map(fen -> ", " + fen.value() + " fen").orElse("");
    }

    private static @Nullable Long orNull(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }

    /// The steps of a statement after a version, in their order.
    @ReadOnly
    public List<Step> of(long statementId, int afterVersion, int limit) {
        var found = rows.list(statementId, afterVersion, limit);
        var sites =
                journals.sitesOf(
                        found.stream()
                                .map(StatementStepEntity::journalId)
                                .filter(Objects::nonNull)
                                .toList());
        return found.stream()
                .map(step -> step.step(Optional.ofNullable(step.journalId()).map(sites::get)))
                .toList();
    }
}

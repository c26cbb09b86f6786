package org.nuancan.review;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.nuancan.close.statement.StatementState;
import org.nuancan.close.statement.StatementStates;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.review.step.Act;
import org.nuancan.review.step.Level;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;
import org.nuancan.review.step.Steps;
import org.nuancan.review.step.Steps.About;
import org.nuancan.review.step.Streets;

/// Moves a statement from the platform's checks to the district's approval:
///
/// ```
/// CALCULATED ─checks→ CHECKED ─provider→ CONFIRMED ─every street→ REVIEWED ─district→ APPROVED
/// ```
///
/// and one step back by the level that acts next. Every method runs in the caller's transaction
/// under the statement's lock, so that a step that is sent twice is done once: the second request
/// finds another state.
@Singleton
public class Review {

    /// The statement of a step, in the version that the reviewer saw.
    ///
    /// @param version the version that the reviewer read; empty accepts any version
    public record Seen(long statementId, OptionalInt version) {

        /// A statement in any version.
        public static Seen any(long statementId) {
            return new Seen(statementId, OptionalInt.empty());
        }
    }

    private final StatementStates states;
    private final Access access;
    private final Streets streets;
    private final Steps steps;
    private final Clock clock;

    Review(StatementStates states, Access access, Streets streets, Steps steps, Clock clock) {
        this.states = states;
        this.access = access;
        this.streets = streets;
        this.steps = steps;
        this.clock = clock;
    }

    /// Marks statements as checked by the platform; those in a later state are not changed.
    @Transactional
    public void checked(Collection<Long> statementIds) {
        var taken = new ArrayList<Steps.Taken>();
        for (var statement : states.lockAll(statementIds)) {
            if (statement.state() == StatementState.CALCULATED) {
                var after = states.move(statement, StatementState.CHECKED, clock.instant());
                taken.add(
                        new Steps.Taken(
                                Act.CHECK,
                                Reviewer.PLATFORM,
                                statement.state(),
                                after,
                                About.all("")));
            }
        }
        steps.write(taken);
    }

    /// The provider confirms its statement. A statement without lines of any street needs no
    /// street's review.
    @Transactional
    public Outcome confirm(Seen seen, Reviewer provider) {
        return switch (access.forward(seen, provider, Level.PROVIDER, StatementState.CHECKED)) {
            case Access.Refused(var refusal) -> refusal;
            case Access.Open(var statement, var lineStreets) -> {
                var after = step(Act.CONFIRM, provider, statement, "");
                yield done(
                        lineStreets.isEmpty()
                                ? step(Act.REVIEW, Reviewer.PLATFORM, after, "no street has a line")
                                : after);
            }
        };
    }

    /// A street reviews the lines of its sites; the last one completes the level.
    @Transactional
    public Outcome review(Seen seen, Reviewer street) {
        return switch (access.forward(seen, street, Level.STREET, StatementState.CONFIRMED)) {
            case Access.Refused(var refusal) -> refusal;
            case Access.Open(var statement, var lineStreets) ->
                    reviewed(statement, lineStreets, street);
        };
    }

    private Outcome reviewed(Standing statement, List<String> lineStreets, Reviewer street) {
        var code = street.street().orElseThrow();
        var id = statement.statementId();
        if (streets.reviewed(id).contains(code)) {
            return new Outcome.StreetHasReviewed();
        }
        streets.keep(id, code, street.name(), clock.instant());
        if (streets.reviewed(id).containsAll(lineStreets)) {
            return done(step(Act.REVIEW, street, statement, ""));
        }
        var after = states.touch(statement);
        write(Act.REVIEW, street, statement, after, "");
        return done(after);
    }

    /// The district approves.
    @Transactional
    public Outcome approve(Seen seen, Reviewer district) {
        return switch (access.forward(seen, district, Level.DISTRICT, StatementState.REVIEWED)) {
            case Access.Refused(var refusal) -> refusal;
            case Access.Open(var statement, var _) ->
                    done(step(Act.APPROVE, district, statement, ""));
        };
    }

    /// Moves a statement one step back, by the level that acts next; an approval also by the
    /// district itself.
    @Transactional
    public Outcome giveBack(Seen seen, Reviewer reviewer, String reason) {
        return switch (access.any(seen, reviewer)) {
            case Access.Refused(var refusal) -> refusal;
            case Access.Open(var statement, var _) -> {
                if (!mayReturn(reviewer.level(), statement.state())) {
                    yield new Outcome.WrongState(statement.state());
                }
                if (statement.state() != StatementState.APPROVED) {
                    streets.forget(statement.statementId());
                }
                yield done(step(Act.RETURN, reviewer, statement, reason));
            }
        };
    }

    private static boolean mayReturn(Level level, StatementState from) {
        return switch (from) {
            case CONFIRMED -> level == Level.STREET;
            case REVIEWED -> level == Level.DISTRICT;
            case APPROVED -> level == Level.DISTRICT || level == Level.FINANCE;
            case CALCULATED, CHECKED, IN_PAYMENT, PAID, PAYMENT_FAILED -> false;
        };
    }

    private Standing step(Act act, Reviewer by, Standing statement, String reason) {
        var after = states.move(statement, next(act, statement), clock.instant());
        write(act, by, statement, after, reason);
        return after;
    }

    private static StatementState next(Act act, Standing statement) {
        return switch (act) {
            case CONFIRM -> StatementState.CONFIRMED;
            case REVIEW -> StatementState.REVIEWED;
            case APPROVE -> StatementState.APPROVED;
            case RETURN ->
                    switch (statement.state()) {
                        case CONFIRMED -> StatementState.CHECKED;
                        case REVIEWED -> StatementState.CONFIRMED;
                        case APPROVED -> StatementState.REVIEWED;
                        case CALCULATED, CHECKED, IN_PAYMENT, PAID, PAYMENT_FAILED ->
                                throw new IllegalStateException("no way back from " + statement);
                    };
            case CHECK, DISPUTE, RESOLVE, HOLD, GENUINE, RECOVER, REFUND, PAY, SETTLE, FAIL ->
                    throw new IllegalStateException(act + " is no step of the review");
        };
    }

    private void write(Act act, Reviewer by, Standing before, Standing after, String reason) {
        steps.write(List.of(new Steps.Taken(act, by, before.state(), after, About.all(reason))));
    }

    private static Outcome done(Standing after) {
        return new Outcome.Done(after, 0);
    }
}

package org.nuancan.finance.statement;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.user.UserService;
import org.nuancan.close.statement.StatementState;
import org.nuancan.finance.View;
import org.nuancan.http.Cursor;
import org.nuancan.http.LongWork;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.review.step.Act;
import org.nuancan.review.step.Decisions;
import org.nuancan.review.step.Disputes;
import org.nuancan.review.step.Level;
import org.nuancan.review.step.Steps;

/// The history of a statement, over HTTP: steps, disputes, and lines on hold or recovered. An
/// officer of a street only sees lines of its sites.
@LongWork
@Controller("/v1/statements/{statementId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class HistoryController {

    /// A step of review.
    ///
    /// @param version the statement's version after the step
    /// @param byDisplayName display name of the user; null if the name is not a user's
    /// @param streetCode the street, if one acted
    /// @param fen the amount that it moved
    @Introspected
    record StepAnswer(
            int version,
            Act act,
            Level level,
            String by,
            @Nullable String byDisplayName,
            Instant at,
            StatementState from,
            StatementState to,
            @Nullable String streetCode,
            @Nullable Id journalId,
            @Nullable Id orderId,
            @Nullable Fen fen,
            @Nullable String reason) {

        static StepAnswer of(Steps.Step step, Map<String, String> displayNames) {
            return new StepAnswer(
                    step.version(),
                    step.act(),
                    step.level(),
                    step.by(),
                    displayNames.get(step.by()),
                    step.at(),
                    step.from(),
                    step.to(),
                    step.street().orElse(null),
                    step.journalId().map(Id::new).orElse(null),
                    step.orderId().map(Id::new).orElse(null),
                    step.fen().orElse(null),
                    step.reason().orElse(null));
        }
    }

    /// A dispute.
    ///
    /// @param journalId the line; null for an order that is missing
    /// @param verdict null while it is open
    @Introspected
    record DisputeAnswer(
            Id disputeId,
            Id orderId,
            @Nullable Id journalId,
            String reason,
            String by,
            Instant at,
            Disputes.@Nullable Verdict verdict,
            @Nullable String answer,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt) {

        static DisputeAnswer of(Disputes.Dispute dispute) {
            return new DisputeAnswer(
                    new Id(dispute.disputeId()),
                    new Id(dispute.orderId()),
                    dispute.journalId().map(Id::new).orElse(null),
                    dispute.reason(),
                    dispute.by(),
                    dispute.at(),
                    dispute.verdict().orElse(null),
                    dispute.answer().orElse(null),
                    dispute.resolvedBy().orElse(null),
                    dispute.resolvedAt().orElse(null));
        }
    }

    /// A decision about a line.
    ///
    /// @param fen the amount withheld or recovered
    /// @param heldFen the part of it that is still withheld
    @Introspected
    record DecisionAnswer(
            Id decisionId, Id journalId, Id orderId, Decisions.State state, Fen fen, Fen heldFen) {

        static DecisionAnswer of(Decisions.Decision decision) {
            return new DecisionAnswer(
                    new Id(decision.decisionId()),
                    new Id(decision.journalId()),
                    new Id(decision.orderId()),
                    decision.state(),
                    decision.fen(),
                    decision.left());
        }
    }

    private final OwnStatements own;
    private final View view;
    private final Reading reading;
    private final UserService users;

    /// The sources of the history.
    @Singleton
    record Reading(Steps steps, Disputes disputes, Decisions decisions) {}

    HistoryController(OwnStatements own, View view, Reading reading, UserService users) {
        this.own = own;
        this.view = view;
        this.reading = reading;
        this.users = users;
    }

    /// Every step: user, time, states and reason. Steps cannot be changed.
    @Get("/history")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.STREET_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.AUDITOR
    })
    Page<StepAnswer> history(
            @PathVariable Id statementId, @Valid @RequestBean Paging paging, Caller caller) {
        var statement = own.find(statementId, caller);
        var after =
                paging.cursor()
                        .map(cursor -> Math.toIntExact(Math.clamp(cursor.number(0), 0, 1L << 30)))
                        .orElse(0);
        var steps = reading.steps().of(statement.id(), after, paging.rows());
        var page = Page.of(steps, paging, step -> Cursor.of(step.version()));
        var displayNames =
                users.displayNames(page.items().stream().map(Steps.Step::by).distinct().toList());
        return new Page<>(
                page.items().stream()
                        .filter(step -> step.journalId().isEmpty() || sees(caller, step.siteId()))
                        .map(step -> StepAnswer.of(step, displayNames))
                        .toList(),
                page.next());
    }

    /// The disputes, oldest first.
    @Get("/disputes")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.STREET_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.AUDITOR
    })
    Page<DisputeAnswer> disputes(@PathVariable Id statementId, Caller caller) {
        var statement = own.find(statementId, caller);
        var found = reading.disputes().of(statement.id());
        return new Page<>(
                found.stream()
                        .filter(one -> sees(caller, one.siteId()))
                        .map(DisputeAnswer::of)
                        .toList(),
                null);
    }

    /// The decisions about lines, oldest first.
    @Get("/decisions")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.STREET_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.AUDITOR
    })
    Page<DecisionAnswer> decisions(@PathVariable Id statementId, Caller caller) {
        var statement = own.find(statementId, caller);
        var found = reading.decisions().of(statement.id());
        return new Page<>(
                found.stream()
                        .filter(one -> sees(caller, one.siteId()))
                        .map(DecisionAnswer::of)
                        .toList(),
                null);
    }

    private boolean sees(Caller caller, Optional<Long> siteId) {
        Optional<List<Long>> sites = view.sites(caller);
        return sites.isEmpty() || siteId.filter(sites.get()::contains).isPresent();
    }
}

package org.nuancan.finance.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.close.statement.StatementState;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.review.Queues;
import org.nuancan.review.step.Level;

/// Statements that wait for a level of review, with their waiting times; and the approval of many
/// statements at once.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class QueueController {

    /// A statement that waits for a level.
    ///
    /// @param since the time at which it came to its state
    /// @param workingDays working days that it has waited, by the state calendar
    /// @param due the last day on which a decision of this level is in time
    /// @param disputed whether a dispute delays it
    @Introspected
    record WaitingAnswer(
            Id statementId,
            Id providerId,
            String districtCode,
            LocalDate date,
            StatementState state,
            int version,
            Fen payableFen,
            Fen heldFen,
            Level level,
            Instant since,
            int workingDays,
            LocalDate due,
            boolean overdue,
            boolean disputed) {

        static WaitingAnswer of(Level level, Queues.Waiting statement) {
            return new WaitingAnswer(
                    new Id(statement.statementId()),
                    new Id(statement.providerId()),
                    statement.districtCode(),
                    statement.date(),
                    statement.state(),
                    statement.version(),
                    statement.payable(),
                    statement.held(),
                    level,
                    statement.since(),
                    statement.waited().workingDays(),
                    statement.waited().due(),
                    statement.waited().overdue(),
                    statement.disputed());
        }
    }

    /// The waiting statements of a level, and how many of them are late.
    ///
    /// @param oldest the time since which the first of them has waited; null if there are none
    @Introspected
    record AgeingAnswer(Level level, long waiting, long overdue, @Nullable Instant oldest) {}

    /// The waiting statements of all levels.
    @Introspected
    record AgeingList(List<AgeingAnswer> items) {}

    private final ReviewQueues queues;
    private final BulkApproval approval;

    QueueController(ReviewQueues queues, BulkApproval approval) {
        this.queues = queues;
        this.approval = approval;
    }

    /// Waiting statements, the earliest closed first: for the caller's own level, or the given one.
    @Get("/v1/review-queue")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.STREET_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.AUDITOR
    })
    Page<WaitingAnswer> queue(
            @QueryValue @Nullable Level level,
            @QueryValue @Nullable String districtCode,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        var shownLevel = level == null ? ReviewQueues.levelOf(caller) : level;
        var found =
                queues.waiting(shownLevel, districtCode, paging, caller).stream()
                        .map(statement -> WaitingAnswer.of(shownLevel, statement))
                        .toList();
        return Page.of(found, paging, statement -> Cursor.of(statement.statementId().value()));
    }

    /// For each level, the number of waiting statements, the number that are late, and the time
    /// since which the first has waited.
    @Get("/v1/review-queue/ageing")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    AgeingList ageing(Caller caller) {
        return new AgeingList(
                queues.ageing(caller).stream()
                        .map(ageing ->
                                new AgeingAnswer(
                                        ageing.level(),
                                        ageing.waiting(),
                                        ageing.overdue(),
                                        ageing.oldest().orElse(null)))
                        .toList());
    }

    /// Approves those of many statements that have nothing on hold and no undecided finding. Each
    /// one is approved separately; refused ones are listed with the code.
    @Post("/v1/statement-approvals")
    @Secured(Role.DISTRICT_OFFICER)
    BulkApproval.Result approve(@Body @Valid ReviewBodies.Approvals body, Caller caller) {
        return approval.approve(body.statementIds(), caller);
    }
}

package org.nuancan.finance.retention;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.http.Cursor;
import org.nuancan.http.LongWork;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.retention.Retention;

/// Results of retention runs: data deleted after its time, and data kept.
@LongWork
@Controller("/v1/retention-runs")
@Secured({Role.CITY_ADMIN, Role.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "operations")
class RetentionController {

    /// The result of a run for one kind of data.
    @Introspected
    record RunAnswer(
            Id runId,
            String kind,
            String period,
            LocalDate before,
            long due,
            long deleted,
            Instant at) {

        static RunAnswer of(Retention.Run run) {
            return new RunAnswer(
                    new Id(run.runId()),
                    run.kind(),
                    run.period(),
                    run.before(),
                    run.due(),
                    run.deleted(),
                    run.at());
        }
    }

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    /// Runs by day, the latest first. Data that no program deletes is listed as due and kept.
    @Get
    Page<RunAnswer> list(@Valid @RequestBean Paging paging, Caller caller) {
        if (!(caller.scope() instanceof Scope.City)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        var found = retention.list(before, paging.rows()).stream().map(RunAnswer::of).toList();
        return Page.of(found, paging, one -> Cursor.of(one.runId().value()));
    }
}

package org.nuancan.till.shift;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.till.TillSites;

/// Files the reports of tills' shifts.
@Controller("/v1/pos/shift-reports")
@Secured(Role.POS_TERMINAL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "till")
class ShiftReportController {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final TillSites sites;
    private final IdempotencyKeys keys;
    private final ShiftReports reports;

    ShiftReportController(TillSites sites, IdempotencyKeys keys, ShiftReports reports) {
        this.sites = sites;
        this.keys = keys;
        this.reports = reports;
    }

    /// Files a shift's totals for reconciliation, and answers which of the till's numbers are
    /// missing.
    @Post
    @ApiResponse(responseCode = "201", description = "On file.", useReturnTypeSchema = true)
    HttpResponse<ShiftReportAnswer> report(
            IdempotencyKey key, @Body @Valid ShiftReportBody body, Caller caller) {
        check(body);
        var till = sites.of(caller);
        return keys.once(
                key, body, connection -> Answer.created(reports.file(connection, till, body)));
    }

    private static void check(ShiftReportBody body) {
        if (body.to().isBefore(body.from())) {
            throw invalid("/to", "早于 from / before from");
        }
        if (body.to().isAfter(body.from().plus(LONGEST))) {
            throw invalid("/to", "一个班次最长 31 天 / a shift lasts 31 days at most");
        }
        var types = body.tenders().stream().map(ShiftReportBody.Taken::type).distinct().count();
        if (types < body.tenders().size()) {
            throw invalid("/tenders", "同一支付方式出现两次 / a type stands there twice");
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID, List.of(new Fault(pointer, "VALUE", detail)));
    }
}

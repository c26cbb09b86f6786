package org.nuancan.finance.statistics;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.finance.View;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.statistics.Coverage;
import org.nuancan.statistics.CoverageService;

/// The coverage of meal points, which districts state for the yearly report.
@Controller("/v1/statistics/coverage")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "statistics")
class CoverageController {

    private static final long MOST = 100_000_000;

    /// What a district states for a year.
    ///
    /// @param communities urban and rural communities that are covered
    /// @param people residents who are covered
    @Introspected
    record CoverageRequest(
            @NotNull @Pattern(regexp = "[0-9]{6}") String districtCode,
            @NotNull @Min(2000) @Max(2199) Integer year,
            @NotNull @Min(0) @Max(MOST) Long communities,
            @NotNull @Min(0) @Max(MOST) Long people) {}

    /// An entry; the latest of a district and year holds.
    @Introspected
    record CoverageAnswer(
            Id coverageId,
            String districtCode,
            int year,
            long communities,
            long people,
            String statedBy,
            Instant statedAt) {

        static CoverageAnswer of(CoverageService.Entry entry) {
            return new CoverageAnswer(
                    new Id(entry.coverageId()),
                    entry.districtCode(),
                    entry.year(),
                    entry.coverage().communities(),
                    entry.coverage().people(),
                    entry.statedBy(),
                    entry.statedAt());
        }
    }

    private final CoverageService service;
    private final IdempotencyKeys keys;

    CoverageController(CoverageService service, IdempotencyKeys keys) {
        this.service = service;
        this.keys = keys;
    }

    /// States the coverage of the own district for a year. It replaces an earlier statement, which
    /// is kept.
    @Post
    @Secured(Role.DISTRICT_OFFICER)
    @ApiResponse(responseCode = "201", description = "Stated.", useReturnTypeSchema = true)
    HttpResponse<CoverageAnswer> state(
            IdempotencyKey key, @Valid @Body CoverageRequest wanted, Caller caller) {
        if (!caller.covers(wanted.districtCode())) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        return keys.once(
                key,
                wanted,
                _ ->
                        Answer.created(
                                CoverageAnswer.of(
                                        service.state(
                                                wanted.districtCode(),
                                                wanted.year(),
                                                new Coverage(wanted.communities(), wanted.people()),
                                                caller.username()))));
    }

    /// The statements of the caller's districts for a year, the oldest first.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    Page<CoverageAnswer> list(
            @QueryValue @Min(2000) @Max(2199) int year,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        var found =
                service.list(year, View.district(caller).orElse(""), after, paging.rows()).stream()
                        .map(CoverageAnswer::of)
                        .toList();
        return Page.of(found, paging, last -> Cursor.of(last.coverageId().value()));
    }
}

package org.nuancan.ordering.loss;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.http.Page;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.policy.Payer;

/// Table of the parties that bear the amounts elders do not pay, by reason and date.
@Controller("/v1/loss-bearers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Meals to order")
class LossBearerController {

    /// A new version for a reason.
    ///
    /// @param reason reason of a gap or a failure
    /// @param effectiveFrom the first service date, after today
    /// @param effectiveTo the last one; null: open
    /// @param bearer `KITCHEN`, `DELIVERER`, `NOBODY`, `STREET`, `DISTRICT`, `CITY` (the site's), a
    ///   division of 2 to 9 digits, or `CHARITY:` with a name
    @Introspected
    record NewVersion(
            @NotNull LossReason reason,
            @NotNull LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @NotNull
                    @Pattern(
                            regexp =
                                    "KITCHEN|DELIVERER|NOBODY|STREET|DISTRICT|CITY|\\d{2,9}"
                                            + "|CHARITY:\\P{Cntrl}{1,50}")
                    String bearer) {}

    private final LossBearerService bearers;
    private final Clock clock;

    LossBearerController(LossBearerService bearers, Clock clock) {
        this.bearers = bearers;
        this.clock = clock;
    }

    /// All versions of all reasons; never paged.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    Page<LossBearerService.Version> all() {
        return new Page<>(bearers.list(), null);
    }

    /// Adds a version for a reason, valid from a future day until its last day.
    @Post
    @Secured(Role.CITY_ADMIN)
    @ApiResponse(responseCode = "201", description = "On file.", useReturnTypeSchema = true)
    HttpResponse<LossBearerService.Version> add(@Body @Valid NewVersion body, Caller caller) {
        var to = body.effectiveTo();
        if (to != null && to.isBefore(body.effectiveFrom())) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(
                            new Fault(
                                    "/effectiveTo",
                                    "VALUE",
                                    "结束日早于开始日 / the last day is before the first")));
        }
        if (body.bearer().startsWith("CHARITY:")
                && !Payer.owing(body.bearer())
                        .map(Payer::text)
                        .equals(Optional.of(body.bearer()))) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(new Fault("/bearer", "VALUE", "没有这样的慈善组织名称 / no such charity's name")));
        }
        if (!body.effectiveFrom().isAfter(BusinessDay.today(clock).date())) {
            throw ProblemException.of(ProblemCode.POLICY_PERIOD_REFUSED);
        }
        return HttpResponse.created(bearers.add(body, caller.username()));
    }
}

package org.nuancan.finance.reconcile;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.finance.Districts;
import org.nuancan.http.LongWork;
import org.nuancan.http.problem.Language;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.reconcile.Case;
import org.nuancan.reconcile.Comparison.DayOfDistrict;
import org.nuancan.reconcile.Reconciliation;
import org.nuancan.reconcile.Reconciliation.StepOutcome;

/// The reconciliation over HTTP.
@LongWork
@Controller("/v1/finance")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class ReconciliationController {

    /// The key of a difference, with its day and district.
    @Introspected
    record Where(
            @NotNull LocalDate date,
            @NotNull @Pattern(regexp = Districts.CODE) String districtCode) {}

    /// The key of a difference, and its explanation.
    @Introspected
    record Explained(
            @NotNull LocalDate date,
            @NotNull @Pattern(regexp = Districts.CODE) String districtCode,
            @NotBlank @Size(max = 500) String explanation) {}

    private final Reconciliation reconciliation;

    ReconciliationController(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    /// Every difference of a day and a district, over all pairs of figures that must agree, with
    /// the counts of both sides. If both sides are empty, the answer says so instead of "no
    /// difference".
    @Get("/reconciliation")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    ReconciliationAnswer of(
            @QueryValue LocalDate date,
            @QueryValue @Nullable String districtCode,
            Caller caller,
            HttpRequest<?> request) {
        var district =
                Optional.ofNullable(districtCode)
                        .or(() -> org.nuancan.finance.View.district(caller))
                        .filter(code -> code.matches(Districts.CODE))
                        .orElseThrow(() ->
                                Districts.invalid("/districtCode", "须为 6 位 / 6 digits needed"));
        Districts.check(caller, district);
        var english = Language.of(request) == Language.ENGLISH;
        var results = reconciliation.snapshot(new DayOfDistrict(date, district));
        return ReconciliationAnswer.of(date, district, results, english);
    }

    /// Assigns a difference to the caller.
    @Post("/differences/{differenceId}/take")
    @Secured(Role.DISTRICT_FINANCE)
    ReconciliationAnswer.Handled take(
            @PathVariable String differenceId, @Valid @Body Where where, Caller caller) {
        var day = new DayOfDistrict(where.date(), where.districtCode());
        return step(differenceId, day, Case.Step.TAKE, Optional.empty(), caller);
    }

    /// Explains a difference.
    @Post("/differences/{differenceId}/explain")
    @Secured(Role.DISTRICT_FINANCE)
    ReconciliationAnswer.Handled explain(
            @PathVariable String differenceId, @Valid @Body Explained where, Caller caller) {
        var day = new DayOfDistrict(where.date(), where.districtCode());
        return step(differenceId, day, Case.Step.EXPLAIN, Optional.of(where.explanation()), caller);
    }

    /// Closes a difference that is explained; it opens again if its figures change.
    @Post("/differences/{differenceId}/close")
    @Secured(Role.DISTRICT_FINANCE)
    ReconciliationAnswer.Handled close(
            @PathVariable String differenceId, @Valid @Body Where where, Caller caller) {
        var day = new DayOfDistrict(where.date(), where.districtCode());
        return step(differenceId, day, Case.Step.CLOSE, Optional.empty(), caller);
    }

    private ReconciliationAnswer.Handled step(
            String differenceId,
            DayOfDistrict day,
            Case.Step step,
            Optional<String> text,
            Caller caller) {
        Districts.check(caller, day.district());
        return switch (reconciliation.step(day, differenceId, step, caller.username(), text)) {
            case StepOutcome.Taken(var after) -> ReconciliationAnswer.Handled.of(after);
            case StepOutcome.DoesNotFollow() ->
                    throw ProblemException.of(ProblemCode.DIFFERENCE_STATE);
            case StepOutcome.NoSuchDifference() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
        };
    }
}

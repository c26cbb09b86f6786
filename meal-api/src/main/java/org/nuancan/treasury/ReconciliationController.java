package org.nuancan.treasury;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.db.Transactions;
import org.nuancan.http.Language;
import org.nuancan.http.LongWork;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.reconcile.Case;
import org.nuancan.reconcile.Cases;
import org.nuancan.reconcile.Comparison.Wish;
import org.nuancan.reconcile.Reconciliation;

/// The reconciliation over HTTP.
@LongWork
@Controller("/v1/finance")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class ReconciliationController {

    /// Where a difference stands, named by the day and the district that it is of.
    @Introspected
    record Where(
            @NotNull LocalDate date,
            @NotNull @Pattern(regexp = Districts.CODE) String districtCode) {}

    /// The same, and why the difference is.
    @Introspected
    record Explained(
            @NotNull LocalDate date,
            @NotNull @Pattern(regexp = Districts.CODE) String districtCode,
            @NotBlank @Size(max = 500) String explanation) {}

    private final Transactions transactions;
    private final Reconciliation reconciliation;
    private final Cases cases;

    ReconciliationController(
            Transactions transactions, Reconciliation reconciliation, Cases cases) {
        this.transactions = transactions;
        this.reconciliation = reconciliation;
        this.cases = cases;
    }

    /// Every difference of a day and a district, over all pairs of figures that must agree, with
    /// the counts of both sides. Nothing on either side says so, and is not "no difference".
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
        var results =
                transactions.snapshot(
                        connection -> reconciliation.of(connection, new Wish(date, district)));
        return ReconciliationAnswer.of(date, district, results, english);
    }

    /// Says that the caller looks into a difference.
    @Post("/differences/{differenceId}/take")
    @Secured(Role.DISTRICT_FINANCE)
    ReconciliationAnswer.Handled take(
            @PathVariable String differenceId, @Valid @Body Where where, Caller caller) {
        var wish = new Wish(where.date(), where.districtCode());
        return step(differenceId, wish, Case.Step.TAKE, Optional.empty(), caller);
    }

    /// Says why a difference is.
    @Post("/differences/{differenceId}/explain")
    @Secured(Role.DISTRICT_FINANCE)
    ReconciliationAnswer.Handled explain(
            @PathVariable String differenceId, @Valid @Body Explained where, Caller caller) {
        var wish = new Wish(where.date(), where.districtCode());
        return step(
                differenceId, wish, Case.Step.EXPLAIN, Optional.of(where.explanation()), caller);
    }

    /// Closes a difference that is explained; it opens again when its figures change.
    @Post("/differences/{differenceId}/close")
    @Secured(Role.DISTRICT_FINANCE)
    ReconciliationAnswer.Handled close(
            @PathVariable String differenceId, @Valid @Body Where where, Caller caller) {
        var wish = new Wish(where.date(), where.districtCode());
        return step(differenceId, wish, Case.Step.CLOSE, Optional.empty(), caller);
    }

    private ReconciliationAnswer.Handled step(
            String differenceId, Wish wish, Case.Step step, Optional<String> text, Caller caller) {
        Districts.check(caller, wish.district());
        return transactions.inOne(connection -> {
            var result = result(connection, differenceId, wish);
            var found =
                    result.found().stream()
                            .filter(one -> one.differenceId().equals(differenceId))
                            .findFirst()
                            .orElseThrow();
            return cases.step(
                            connection,
                            wish,
                            result.compared().pair(),
                            found,
                            step,
                            caller.username(),
                            text)
                    .map(ReconciliationAnswer.Handled::of)
                    .orElseThrow(() -> ProblemException.of(ProblemCode.DIFFERENCE_STATE));
        });
    }

    /// @throws ProblemException `NOT_FOUND` if no such difference stands there now
    private Reconciliation.Result result(Connection connection, String differenceId, Wish wish)
            throws SQLException {
        List<Reconciliation.Result> results = reconciliation.of(connection, wish);
        return results.stream()
                .filter(one ->
                        one.found().stream()
                                .anyMatch(found -> found.differenceId().equals(differenceId)))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}

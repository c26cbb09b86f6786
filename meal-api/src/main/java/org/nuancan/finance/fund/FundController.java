package org.nuancan.finance.fund;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.finance.View;
import org.nuancan.fund.BudgetService;
import org.nuancan.fund.FundService;
import org.nuancan.fund.FundWarningService;
import org.nuancan.fund.FundYear;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;

/// Budgets of payers over HTTP, and their use.
@Controller("/v1/finance")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class FundController {

    /// A payer's year.
    ///
    /// @param budgetFen null if it is not set, or the caller may not see it
    /// @param grantedFen all booked claims, minus recoveries
    /// @param claimedFen the part of it that is on statements
    /// @param openFen claimed and not paid
    /// @param forecastFen amount that will be granted by the end of the year at the rate of the
    ///   last 28 days
    @Introspected
    record Fund(
            String payer,
            @Nullable Fen budgetFen,
            Fen grantedFen,
            Fen claimedFen,
            Fen paidFen,
            Fen openFen,
            Fen forecastFen,
            List<FundYear.Warning> warnings) {

        static Fund of(FundYear year) {
            return new Fund(
                    year.payer(),
                    year.budget().orElse(null),
                    year.granted(),
                    year.claimed(),
                    year.paid(),
                    year.claimed().minus(year.paid()),
                    year.forecast(),
                    year.warnings());
        }
    }

    /// All payers of a year.
    @Introspected
    record FundsAnswer(int year, LocalDate asOf, List<Fund> items) {}

    /// A change of a budget.
    ///
    /// @param budgetFen the new total; null in a list of changes
    @Introspected
    record BudgetAnswer(
            Id entryId,
            String payer,
            int year,
            Fen changeFen,
            String reason,
            String madeBy,
            Instant madeAt,
            @Nullable Fen budgetFen) {

        static BudgetAnswer of(BudgetService.Entry entry, @Nullable Fen total) {
            return new BudgetAnswer(
                    new Id(entry.entryId()),
                    entry.payer(),
                    entry.year(),
                    entry.change(),
                    entry.reason(),
                    entry.madeBy(),
                    entry.madeAt(),
                    total);
        }
    }

    /// All changes of a year.
    @Introspected
    record BudgetsAnswer(int year, List<BudgetAnswer> items) {}

    /// A warning that a part of a budget is used.
    ///
    /// @param percent 80, 95 or 100
    /// @param on the day on which it was reached
    @Introspected
    record WarningAnswer(
            Id warningId,
            String payer,
            int percent,
            LocalDate on,
            Fen budgetFen,
            Fen grantedFen,
            Instant warnedAt) {

        static WarningAnswer of(FundWarningService.Warned warning) {
            return new WarningAnswer(
                    new Id(warning.warningId()),
                    warning.payer(),
                    warning.percent(),
                    warning.on(),
                    warning.budget(),
                    warning.granted(),
                    warning.at());
        }
    }

    /// All warnings of a year.
    @Introspected
    record WarningsAnswer(int year, List<WarningAnswer> items) {}

    /// Services for budgets.
    @Singleton
    record Books(
            FundService funds,
            BudgetService budgets,
            FundWarningService warnings,
            FundWatch watch) {}

    private final IdempotencyKeys keys;
    private final Books books;
    private final Clock clock;

    FundController(IdempotencyKeys keys, Books books, Clock clock) {
        this.keys = keys;
        this.books = books;
        this.clock = clock;
    }

    /// The warnings of a year, in order of time: each payer's 80, 95 and 100 per cent once. The
    /// event `fund.warning` is sent at the same time.
    @Get("/fund-warnings")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    WarningsAnswer warnings(@QueryValue @Min(2000) @Max(9000) int year, Caller caller) {
        var area = View.district(caller);
        var found = books.warnings().list(year, area);
        return new WarningsAnswer(year, found.stream().map(WarningAnswer::of).toList());
    }

    /// For each payer of a year: the budget, the amounts granted, owed and paid, the forecast for
    /// the end of the year, and the days on which 80, 95 and 100 per cent are reached.
    @Get("/funds")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    FundsAnswer funds(@QueryValue @Min(2000) @Max(9000) int year, Caller caller) {
        var today = BusinessDay.today(clock).date();
        var found = books.funds().snapshot(year, today, View.district(caller));
        return new FundsAnswer(year, today, found.stream().map(Fund::of).toList());
    }

    /// Sets a payer's budget for a year, or changes it by adding an amendment. A district sets the
    /// budgets of payers within it.
    @Post("/budgets")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_FINANCE})
    @ApiResponse(responseCode = "201", description = "Added.", useReturnTypeSchema = true)
    HttpResponse<BudgetAnswer> change(
            IdempotencyKey key, @Valid @Body NewBudget wanted, Caller caller) {
        wanted.check();
        if (View.district(caller).filter(own -> !wanted.payer().startsWith(own)).isPresent()) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        var answer =
                keys.once(
                        key,
                        wanted,
                        _ ->
                                switch (books.budgets()
                                        .change(
                                                wanted.payer(),
                                                wanted.year(),
                                                Fen.of(wanted.changeFen()),
                                                wanted.reason(),
                                                caller.username())) {
                                    case BudgetService.Outcome.Changed(var entry, var total) ->
                                            Answer.created(BudgetAnswer.of(entry, total));
                                    case BudgetService.Outcome.BelowZero(var total) ->
                                            throw ProblemException.with(
                                                    ProblemCode.BUDGET_BELOW_ZERO,
                                                    Map.of("budgetFen", total));
                                });
        // After the transaction, because it locks the budgets of all payers in order.
        var _ = books.watch().look();
        return answer;
    }

    /// The changes of a year's budgets, oldest first.
    @Get("/budgets")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    BudgetsAnswer changes(@QueryValue @Min(2000) @Max(9000) int year, Caller caller) {
        Optional<String> area = View.district(caller);
        var found = books.budgets().list(year, area);
        return new BudgetsAnswer(
                year, found.stream().map(entry -> BudgetAnswer.of(entry, null)).toList());
    }
}

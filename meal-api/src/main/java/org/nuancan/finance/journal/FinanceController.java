package org.nuancan.finance.journal;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.finance.View;
import org.nuancan.http.LongWork;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.ledger.balance.BalanceService;
import org.nuancan.ledger.reading.JournalLines;
import org.nuancan.money.Fen;

/// The ledger over HTTP: balances, journals, sums.
@LongWork
@Controller("/v1/finance")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class FinanceController {

    /// The balance of an account.
    record BalanceAnswer(String account, Fen balanceFen) {}

    /// Every account with a posting booked up to and including a day.
    record TrialBalance(LocalDate asOf, List<BalanceAnswer> items) {}

    private static final int MOST_DAYS = 31;

    private final BalanceService balances;
    private final JournalExport export;
    private final Summaries summaries;
    private final Clock clock;

    FinanceController(
            BalanceService balances, JournalExport export, Summaries summaries, Clock clock) {
        this.balances = balances;
        this.export = export;
        this.summaries = summaries;
        this.clock = clock;
    }

    /// The trial balance, complete in one answer; as of today if no day is given. It sums to zero.
    @Get("/trial-balance")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    TrialBalance trialBalance(@QueryValue @Nullable LocalDate asOf, Caller caller) {
        var day =
                Optional.ofNullable(asOf)
                        .map(BusinessDay::new)
                        .orElseGet(() -> BusinessDay.today(clock));
        return new TrialBalance(
                day.date(),
                balances.list(day, View.district(caller)).stream()
                        .map(one -> new BalanceAnswer(one.account().name(), one.balance()))
                        .toList());
    }

    /// All journals booked on a day, or on the days up to `through`, with their count and the sum
    /// of their debits.
    ///
    /// @param through the last day, not before `date` and at most 31 days later; `date` if absent
    @Get("/journal")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", MediaType.TEXT_PLAIN, "*/*"})
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    HttpResponse<StreamedFile> journal(
            @QueryValue LocalDate date,
            @QueryValue @Nullable LocalDate through,
            @QueryValue(defaultValue = "json") JournalExport.Format format,
            HttpRequest<?> request,
            Caller caller)
            throws IOException {
        var last = through == null ? date : through;
        if (last.isBefore(date) || last.isAfter(date.plusDays(MOST_DAYS))) {
            throw period("/through", "须在 date 起 31 天内 / within 31 days from date");
        }
        var extent =
                new JournalLines.Extent(
                        new BusinessDay(date), new BusinessDay(last), View.district(caller));
        var stream = export.open(extent, format);
        var control = stream.control();
        var file = new StreamedFile(stream.bytes(), type(format));
        if (request.getMethod() == HttpMethod.HEAD) {
            // Closes the stream because it is not read; otherwise its writer would wait forever.
            stream.bytes().close();
        }
        return HttpResponse.ok(file)
                .header("X-Row-Count", Long.toString(control.postings()))
                .header("X-Control-Sum-Fen", Long.toString(control.debits().value()))
                .header("X-As-Of", stream.asOf().toString())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"journal-%s-%d-rows-%d-fen-%s.%s\""
                                .formatted(
                                        through == null ? date : date + "-to-" + through,
                                        control.postings(),
                                        control.debits().value(),
                                        stream.asOf().toString().replace(":", ""),
                                        format));
    }

    private static MediaType type(JournalExport.Format format) {
        return switch (format) {
            case json -> MediaType.APPLICATION_JSON_TYPE;
            case csv -> MediaType.of("text/csv;charset=utf-8");
            case hledger -> MediaType.of("text/plain;charset=utf-8");
        };
    }

    /// Sums over booking days, both included.
    @Get("/summary")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    Summary summary(
            @QueryValue LocalDate from,
            @QueryValue LocalDate to,
            @QueryValue Summary.Grouping groupBy,
            Caller caller) {
        if (to.isBefore(from)) {
            throw period("/to", "to 早于 from / to is before from");
        }
        return summaries.of(from, to, groupBy, View.district(caller));
    }

    private static ProblemException period(String pointer, String detail) {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID,
                List.of(new ProblemException.Fault(pointer, "PERIOD", detail)));
    }
}

package org.nuancan.finance.statistics;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.finance.grid.Download;
import org.nuancan.finance.statistics.StatisticsResponse.CellAnswer;
import org.nuancan.finance.statistics.StatisticsResponse.FootingAnswer;
import org.nuancan.http.LongWork;
import org.nuancan.http.problem.Language;

/// Statistics of served meals by service date.
@LongWork
@Controller("/v1")
@Secured({
    Role.CITY_ADMIN,
    Role.DISTRICT_OFFICER,
    Role.DISTRICT_FINANCE,
    Role.STREET_OFFICER,
    Role.PROVIDER_MANAGER,
    Role.AUDITOR
})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "statistics")
class StatisticsController {

    private final StatisticsService service;
    private final StatisticsFile file;
    private final ValueNames names;

    StatisticsController(StatisticsService service, StatisticsFile file, ValueNames names) {
        this.service = service;
        this.file = file;
        this.names = names;
    }

    /// Distinct elders, meals and amounts by up to three dimensions, net of refunds, for the
    /// caller's sites. A street officer and a provider see no figures of fewer than 5 elders.
    @Get("/statistics")
    StatisticsResponse statistics(
            @Valid @RequestBean StatisticsRequest wanted,
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request) {
        var language = Language.of(request);
        var found = service.count(wanted, caller);
        var table = found.table();
        return new StatisticsResponse(
                wanted.from(),
                wanted.to(),
                found.asOf(),
                table.by(),
                table.overlaps(),
                table.cells().stream()
                        .map(cell ->
                                CellAnswer.of(cell, names.of(table.by(), cell.key(), language)))
                        .toList(),
                CellAnswer.of(table.total(), List.of()),
                found.footing().map(FootingAnswer::of).orElse(null));
    }

    /// The lines of the yearly report for the caller's sites; `by` is not used.
    @Get("/statistics/report")
    ReportResponse report(
            @Valid @RequestBean StatisticsRequest wanted,
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request) {
        var language = Language.of(request);
        var found = service.count(wanted, caller);
        return new ReportResponse(
                wanted.from(),
                wanted.to(),
                found.asOf(),
                found.report().lines().stream()
                        .map(line -> ReportResponse.LineAnswer.of(line, language))
                        .toList());
    }

    /// A workbook with the yearly report, the cells and the control figures.
    @Get("/statistics.xlsx")
    @Produces({Download.XLSX, "*/*"})
    HttpResponse<byte[]> workbook(
            @Valid @RequestBean StatisticsRequest wanted,
            @Parameter(hidden = true) Caller caller,
            HttpRequest<?> request) {
        return file.of(wanted, service.count(wanted, caller), Language.of(request));
    }
}

package org.nuancan.finance.month;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.finance.View;
import org.nuancan.finance.grid.CsvFile;
import org.nuancan.finance.grid.Download;
import org.nuancan.finance.grid.XlsxFile;
import org.nuancan.http.LongWork;

/// Monthly export for accountants.
@LongWork
@Controller("/v1/finance/month")
@Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class MonthController {

    /// Formats of the file.
    enum Format {
        csv,
        xlsx
    }

    private final AccountantsMonth months;

    MonthController(AccountantsMonth months) {
        this.months = months;
    }

    /// The amounts that each payer bears for each provider on the statements of a month: one row
    /// for each provider and payer.
    ///
    /// @param month such as `2026-11`
    @Get
    @Produces({Download.CSV, Download.XLSX, "*/*"})
    HttpResponse<byte[]> month(
            @QueryValue YearMonth month,
            @QueryValue(defaultValue = "xlsx") Format format,
            Caller caller) {
        var made = months.of(month, View.district(caller));
        return switch (format) {
            case csv ->
                    Download.of(
                            CsvFile.bytes(made.grid()),
                            Download.CSV,
                            "month-" + month,
                            made.control());
            case xlsx ->
                    Download.of(
                            XlsxFile.bytes(List.of(made.grid(), made.control().grid())),
                            Download.XLSX,
                            "month-" + month,
                            made.control());
        };
    }
}

package org.nuancan.finance.statement;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.document.Pdf;
import org.nuancan.document.Typefaces;
import org.nuancan.finance.grid.Control;
import org.nuancan.finance.grid.CsvFile;
import org.nuancan.finance.grid.Download;
import org.nuancan.finance.grid.XlsxFile;
import org.nuancan.http.LongWork;
import org.nuancan.http.text.Id;

/// Statements as files.
@LongWork
@Controller("/v1/statements")
@Secured({
    Role.CITY_ADMIN,
    Role.DISTRICT_OFFICER,
    Role.DISTRICT_FINANCE,
    Role.STREET_OFFICER,
    Role.PROVIDER_MANAGER,
    Role.AUDITOR
})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class StatementFileController {

    private final StatementFiles files;
    private final Typefaces type;
    private final HttpHostResolver host;
    private final String address;
    private final Clock clock;

    /// @param address public address of the service (`nuancan.public-url`); empty for that of the
    ///   request
    StatementFileController(
            StatementFiles files,
            Typefaces type,
            HttpHostResolver host,
            @Property(name = "nuancan.public-url", defaultValue = "") String address,
            Clock clock) {
        this.files = files;
        this.type = type;
        this.host = host;
        this.address = address;
        this.clock = clock;
    }

    /// A statement as a workbook: its sums, the lines that the caller sees, and their control
    /// figures.
    @Get("/{statementId}.xlsx")
    @Produces({Download.XLSX, "*/*"})
    HttpResponse<byte[]> workbook(@PathVariable Id statementId, Caller caller) {
        var file = files.of(statementId, caller);
        var control = control(file);
        return Download.of(
                XlsxFile.bytes(List.of(file.summary(), file.table(), control.grid())),
                Download.XLSX,
                "statement-" + statementId,
                control);
    }

    /// A printable statement, with its hash and a QR code that links to its proof.
    @Get("/{statementId}.pdf")
    @Produces({Download.PDF, "*/*"})
    HttpResponse<byte[]> paper(
            @PathVariable Id statementId, Caller caller, HttpRequest<?> request) {
        var file = files.of(statementId, caller);
        var control = control(file);
        var base = address.isEmpty() ? host.resolve(request) : address;
        var proof = "%s/v1/statements/%s/proof".formatted(base, statementId);
        var paper = StatementPaper.print(file, control, proof, type);
        var answer = Download.of(paper.bytes(), Download.PDF, "statement-" + statementId, control);
        paper.warnings().ifPresent(warnings -> answer.header(Pdf.WARNINGS, warnings));
        return answer;
    }

    /// The lines as CSV. A text that a spreadsheet would read as a formula gets a leading
    /// apostrophe.
    @Get("/{statementId}/lines.csv")
    @Produces({Download.CSV, "*/*"})
    HttpResponse<byte[]> linesAsCsv(@PathVariable Id statementId, Caller caller) {
        var file = files.of(statementId, caller);
        return Download.of(
                CsvFile.bytes(file.table()),
                Download.CSV,
                "statement-" + statementId + "-lines",
                control(file));
    }

    /// The lines as a workbook.
    @Get("/{statementId}/lines.xlsx")
    @Produces({Download.XLSX, "*/*"})
    HttpResponse<byte[]> linesAsWorkbook(@PathVariable Id statementId, Caller caller) {
        var file = files.of(statementId, caller);
        var control = control(file);
        return Download.of(
                XlsxFile.bytes(List.of(file.table(), control.grid())),
                Download.XLSX,
                "statement-" + statementId + "-lines",
                control);
    }

    private Control control(StatementFile file) {
        return new Control(file.lines().size(), file.payable(), clock.instant());
    }
}

package org.nuancan.finance.payment;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.Cursor;
import org.nuancan.http.LongWork;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.text.Id;

/// Payment batches over HTTP.
@LongWork
@Controller("/v1/payment-batches")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class PaymentController {

    /// Formats of the bank's file.
    enum Format {
        pain001,
        csv
    }

    private static final String CSV = "text/csv";

    private final PaymentBatchService desk;
    private final BankResultService results;

    PaymentController(PaymentBatchService desk, BankResultService results) {
        this.desk = desk;
        this.results = results;
    }

    /// Pays each provider of a district the open amount of its approved statements up to a day. The
    /// caller must not have reviewed or approved any of them.
    @Post
    @Secured(Role.DISTRICT_FINANCE)
    @ApiResponse(
            responseCode = "201",
            description = "Made and booked; fetch its file.",
            useReturnTypeSchema = true)
    HttpResponse<BatchAnswer> make(
            IdempotencyKey key, @Valid @Body NewBatch wanted, Caller caller) {
        return desk.make(key, wanted, caller);
    }

    /// The batches that the caller may see, the latest first.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    Page<BatchAnswer> list(@Valid @RequestBean Paging paging, Caller caller) {
        return Page.of(
                desk.list(paging, caller), paging, batch -> Cursor.of(batch.batchId().value()));
    }

    /// One batch, with the state of each of its payments.
    @Get("/{batchId}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    BatchAnswer one(@PathVariable Id batchId, Caller caller) {
        return desk.one(batchId, caller);
    }

    /// The batch for the bank: `pain.001.001.09`, or a CSV. Repeated requests get the same bytes.
    @Get("/{batchId}/file")
    @Produces({MediaType.APPLICATION_XML, CSV, "*/*"})
    @Secured({Role.DISTRICT_FINANCE, Role.AUDITOR})
    HttpResponse<String> file(
            @PathVariable Id batchId,
            @QueryValue(defaultValue = "pain001") Format format,
            Caller caller) {
        var file = desk.file(batchId, format, caller);
        return HttpResponse.ok(file.text())
                .contentType(
                        MediaType.of(
                                (format == Format.csv ? CSV : MediaType.APPLICATION_XML)
                                        + ";charset=utf-8"))
                .header("X-Row-Count", Integer.toString(file.payments()))
                .header("X-Control-Sum-Fen", Long.toString(file.sum().value()))
                .header("X-As-Of", file.asOf().toString())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%d-payments-%d-fen.%s\""
                                .formatted(
                                        file.name(),
                                        file.payments(),
                                        file.sum().value(),
                                        format == Format.csv ? "csv" : "xml"));
    }

    /// Records the bank's results, payment by payment. Each line takes effect once; one that does
    /// not fit changes nothing and is listed by the reconciliation. More than 1,000 lines are
    /// processed in portions: after an error, the same lines sent again continue where processing
    /// ended.
    @Post("/{batchId}/results")
    @Secured(Role.DISTRICT_FINANCE)
    HttpResponse<ResultsAnswer> results(
            @PathVariable Id batchId,
            IdempotencyKey key,
            @Valid @Body BankResults told,
            Caller caller) {
        return results.take(batchId, key, told, caller);
    }

    /// Records the bank's results from a file: `pain.002`, `camt.054` or `camt.053`, or a CSV with
    /// the columns `endToEndId,outcome,amountFen,reason` or those of Chinese banks; at most 300,000
    /// lines, in UTF-8, UTF-16 or GB18030. `unread` in the answer names each line that was not
    /// understood. A file of more than 1,000 lines is processed in portions, and its answer lists
    /// at most 10,000 lines, those about payments of the batch first; after an error, the same file
    /// sent again continues where processing ended.
    @Post(
            value = "/{batchId}/results",
            consumes = {
                MediaType.APPLICATION_XML,
                MediaType.TEXT_XML,
                CSV,
                MediaType.APPLICATION_OCTET_STREAM
            })
    @Secured(Role.DISTRICT_FINANCE)
    HttpResponse<ResultsAnswer> resultsAsFile(
            @PathVariable Id batchId,
            IdempotencyKey key,
            @Body byte[] file,
            @Parameter(hidden = true) HttpHeaders headers,
            Caller caller) {
        var charset = headers.contentType().flatMap(type -> type.getParameters().get("charset"));
        return results.takeFile(batchId, key, file, charset, caller);
    }
}

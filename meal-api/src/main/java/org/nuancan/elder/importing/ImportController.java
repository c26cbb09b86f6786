package org.nuancan.elder.importing;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.elder.Area;
import org.nuancan.elder.importing.file.ImportEncoding;
import org.nuancan.elder.importing.file.ImportFault;
import org.nuancan.elder.importing.file.ImportFile;
import org.nuancan.http.LongWork;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.text.SpreadsheetCsv;
import org.nuancan.text.TextEncoding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Imports of elders from files, over HTTP.
@LongWork
@Controller("/v1/elder-imports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Elders and cards")
class ImportController {

    private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);
    private static final String CSV = "text/csv";
    private static final String COLUMNS =
            """
            CSV with a header (parted by commas, or by tabs if the header has no comma), at most \
            200,000 rows, as the part `file` of a form or as the body. UTF-8, GB18030 or UTF-16 with a \
            mark; found out, unless `encoding` or the charset of the content type names it; the answer \
            tells it. Columns by English or Chinese name, in any order: name 姓名, idNumber 身份证号, \
            householdKind 户籍类型 (LOCAL/本市, NON_LOCAL/外埠; else by division), householdDivision 户籍区划, \
            residenceDivision 居住区划 (one stands for both), address 地址, phone 电话, categories 类别 (by \
            semicolons, each `CATEGORY`, `CATEGORY:from` or `CATEGORY:from:to`, English or Chinese), \
            careGrade 照护等级, diet 饮食, allergens 过敏原, cardNumber 卡号, cardKind 卡类型, cardValidTo 卡有效期. \
            Required: name, idNumber and a division. Every value keeps the rules of `POST /v1/elders`. \
            The good rows are in, each bad row is in the file of faults: imported + faults = rows. Lines \
            between quotes that are no pair are faults, each. Answers after the work, or after 20 s with \
            state RUNNING: then ask again. A caller may have two jobs running.\
            """;
    private static final int PATIENCE_SECONDS = 20;

    /// A job.
    ///
    /// @param lines of the file below its header, blank ones not counted; more than `rows` if
    ///   quoted cells have line breaks
    /// @param rows each becomes an elder or a fault
    /// @param done how many are worked off: imported and faults
    /// @param faultsUrl where the file of faults is
    /// @param failure why the job failed; null unless its state is FAILED
    @Introspected
    record JobAnswer(
            Id importId,
            ImportJob.State state,
            String encoding,
            int lines,
            int rows,
            int done,
            int imported,
            int faults,
            String faultsUrl,
            @Nullable FailureAnswer failure,
            Instant createdAt,
            String createdBy,
            @Nullable Instant finishedAt) {

        private static JobAnswer of(ImportJob job) {
            return new JobAnswer(
                    new Id(job.importId()),
                    job.state(),
                    job.encoding().label(),
                    job.lines(),
                    job.rows(),
                    job.done(),
                    job.imported(),
                    job.faults(),
                    "/v1/elder-imports/%d/faults.csv".formatted(job.importId()),
                    job.failure()
                            .map(failure -> new FailureAnswer(failure, failure.explanation()))
                            .orElse(null),
                    job.createdAt(),
                    job.createdBy(),
                    job.finishedAt().orElse(null));
        }
    }

    /// Why a job failed, and what to do.
    @Introspected
    record FailureAnswer(ImportJob.Failure code, String explanation) {}

    private final ImportJobService jobs;
    private final Imports imports;
    private final ExecutorService executor;

    ImportController(
            ImportJobService jobs,
            Imports imports,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.jobs = jobs;
        this.imports = imports;
        this.executor = executor;
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.ORDER_DESK})
    @Operation(summary = "Register the elders of a file", description = COLUMNS)
    @ApiResponse(
            responseCode = "201",
            description = "Taken; the job works it off.",
            useReturnTypeSchema = true)
    HttpResponse<JobAnswer> upload(
            CompletedFileUpload file, @Nullable @QueryValue String encoding, Caller caller)
            throws IOException {
        var named = ImportEncoding.of(encoding, file.getContentType());
        return HttpResponse.created(accepted(file.getBytes(), named, caller));
    }

    @Post(consumes = {CSV, "application/csv", MediaType.APPLICATION_OCTET_STREAM})
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.ORDER_DESK})
    @Operation(summary = "Register the elders of a file", description = COLUMNS)
    @ApiResponse(
            responseCode = "201",
            description = "Taken; the job works it off.",
            useReturnTypeSchema = true)
    HttpResponse<JobAnswer> send(
            @Body byte[] file,
            @Nullable @QueryValue String encoding,
            HttpRequest<?> request,
            Caller caller) {
        var named = ImportEncoding.of(encoding, request.getContentType());
        return HttpResponse.created(accepted(file, named, caller));
    }

    @Get("/{importId}")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.AUDITOR
    })
    @Operation(summary = "How far a job is")
    JobAnswer show(Id importId, Caller caller) {
        return JobAnswer.of(job(importId.value(), caller));
    }

    @Get(value = "/{importId}/faults.csv", produces = CSV)
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.AUDITOR
    })
    @Operation(summary = "Every row that is not in, with what is wrong; ID numbers are masked")
    HttpResponse<String> faults(Id importId, Caller caller) {
        var job = job(importId.value(), caller);
        return HttpResponse.ok(csv(job.importId()))
                .contentType(new MediaType(CSV + "; charset=utf-8"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"faults-%d.csv\"".formatted(job.importId()));
    }

    private JobAnswer accepted(byte[] bytes, Optional<TextEncoding> encoding, Caller caller) {
        var area = Area.of(caller);
        if (!area.isAnywhere()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        if (jobs.hasMostRunning(caller.username())) {
            throw ProblemException.of(ProblemCode.IMPORTS_RUNNING);
        }
        var file = ImportFile.read(bytes, encoding).orThrow();
        var run = jobs.accept(bytes, file, area, caller.username());
        var work = executor.submit(() -> imports.work(run, Integer.MAX_VALUE));
        try {
            var _ = work.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stillRunning) {
            LOG.debug("import {} goes on", run.job().importId());
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException exception) {
            // Another run takes over; the job says how far it is.
            LOG.warn("a run of import {} stopped", run.job().importId(), exception);
        }
        return JobAnswer.of(job(run.job().importId(), caller));
    }

    private ImportJob job(long importId, Caller caller) {
        return jobs.find(importId, Area.of(caller))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private String csv(long importId) {
        var text = new StringWriter();
        var csv =
                new SpreadsheetCsv(text)
                        .marked()
                        .row("line", "field", "code", "explanation", "maskedIdNumber");
        for (var fault : jobs.faults(importId)) {
            csv.row(
                    fault.line(),
                    fault.fields(),
                    fault.codes(),
                    explanation(fault.codes()),
                    fault.maskedIdNumber());
        }
        return text.toString();
    }

    private static String explanation(String codes) {
        return Arrays.stream(codes.split(";"))
                .map(code -> ImportFault.Code.valueOf(code).explanation())
                .collect(Collectors.joining("; "));
    }
}

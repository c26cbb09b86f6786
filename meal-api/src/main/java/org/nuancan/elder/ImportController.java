package org.nuancan.elder;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.Id;
import org.nuancan.http.LongWork;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// The door for files of elders.
@LongWork
@Controller("/v1/elder-imports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Elders and cards")
class ImportController {

    private static final String CSV = "text/csv";
    private static final String COLUMNS =
            """
            CSV with a header, UTF-8 or GB18030, at most 200,000 rows, as the part `file` of a form or \
            as the body. Columns by English or Chinese name, in any order: name 姓名, idNumber 身份证号, \
            householdKind 户籍类型 (LOCAL/本市, NON_LOCAL/外埠; else by division), householdDivision 户籍区划, \
            residenceDivision 居住区划 (one stands for both), address 地址, phone 电话, categories 类别 (by \
            semicolons, each `CATEGORY`, `CATEGORY:from` or `CATEGORY:from:to`, English or Chinese), \
            careGrade 照护等级, diet 饮食, allergens 过敏原, cardNumber 卡号, cardKind 卡类型, cardValidTo 卡有效期. \
            Required: name, idNumber and a division. The good rows are in, each bad row is in the file \
            of faults. Answers after the work, or after 20 s with state RUNNING: then ask again.\
            """;
    private static final int MOST_ROWS = 200_000;
    private static final int PATIENCE_SECONDS = 20;

    /// A job.
    ///
    /// @param rows how many the file has
    /// @param done how many are worked off: imported and faults
    /// @param faultsUrl where the file of faults is
    @Introspected
    record JobAnswer(
            Id importId,
            ImportJobs.State state,
            String encoding,
            int rows,
            int done,
            int imported,
            int faults,
            String faultsUrl,
            Instant createdAt,
            String createdBy,
            @Nullable Instant finishedAt) {

        private static JobAnswer of(ImportJobs.Job job) {
            return new JobAnswer(
                    new Id(job.importId()),
                    job.state(),
                    job.encoding(),
                    job.rows(),
                    job.done(),
                    job.imported(),
                    job.faults(),
                    "/v1/elder-imports/%d/faults.csv".formatted(job.importId()),
                    job.createdAt(),
                    job.createdBy(),
                    job.finishedAt().orElse(null));
        }
    }

    private final ImportJobs jobs;
    private final Imports imports;
    private final ExecutorService executor;

    ImportController(
            ImportJobs jobs,
            Imports imports,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.jobs = jobs;
        this.imports = imports;
        this.executor = executor;
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.ORDER_DESK})
    @Operation(summary = "Register the elders of a file", description = COLUMNS)
    HttpResponse<JobAnswer> upload(CompletedFileUpload file, Caller caller) throws IOException {
        return HttpResponse.created(accepted(file.getBytes(), caller));
    }

    @Post(consumes = {CSV, "application/csv", MediaType.APPLICATION_OCTET_STREAM})
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.ORDER_DESK})
    @Operation(summary = "Register the elders of a file", description = COLUMNS)
    HttpResponse<JobAnswer> send(@Body byte[] file, Caller caller) {
        return HttpResponse.created(accepted(file, caller));
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

    private JobAnswer accepted(byte[] bytes, Caller caller) {
        var area = Area.of(caller);
        if (!area.isAnywhere()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        var file =
                ImportFile.read(bytes)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.IMPORT_UNREADABLE));
        var rows =
                file.count().orElseThrow(() -> ProblemException.of(ProblemCode.IMPORT_UNREADABLE));
        if (rows > MOST_ROWS) {
            throw ProblemException.of(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        var run = jobs.accept(bytes, file, rows, area, caller.username());
        var work = executor.submit(() -> imports.work(run, Integer.MAX_VALUE));
        try {
            var _ = work.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stillRunning) {
            return JobAnswer.of(job(run.job().importId(), caller));
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException exception) {
            throw new IllegalStateException(
                    "import " + run.job().importId() + " stopped", exception.getCause());
        }
        return JobAnswer.of(job(run.job().importId(), caller));
    }

    private ImportJobs.Job job(long importId, Caller caller) {
        return jobs.find(importId, Area.of(caller))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// UTF-8 with a byte order mark, for spreadsheets. No cell begins like a formula: lines are
    /// numbers, fields and codes words of ours, masked numbers begin with a digit or `*`.
    private String csv(long importId) {
        var text = new StringWriter();
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("line", "field", "code", "explanation", "maskedIdNumber");
            for (var fault : jobs.faults(importId)) {
                csv.writeRecord(
                        String.valueOf(fault.line()),
                        fault.fields(),
                        fault.codes(),
                        explanation(fault.codes()),
                        fault.maskedIdNumber());
            }
        } catch (IOException exception) {
            throw new UncheckedIOException("a text in memory", exception);
        }
        return text.toString();
    }

    private static String explanation(String codes) {
        return Arrays.stream(codes.split(";"))
                .map(code -> ImportFault.Code.valueOf(code).explanation())
                .collect(Collectors.joining("; "));
    }
}

package org.nuancan.console.importing;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.ApiFile;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Imports of elders. A job goes on without its page; the page of imports leads back to it.
@Controller("/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImportController {

    private final StaticTemplates templates = new StaticTemplates();
    private final ImportClient client;
    private final RecentImports recent;
    private final Pages pages;
    private final Actions actions;

    ImportController(ImportClient client, RecentImports recent, Pages pages, Actions actions) {
        this.client = client;
        this.recent = recent;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> list(SignedIn reader) {
        var jobs =
                recent.of(reader.username()).stream()
                        .map(id -> client.job(reader.asking(), id))
                        .flatMap(answer -> answer.map(List::of).orElse(List.of()).stream())
                        .toList();
        return pages.show(reader, new Given<>(jobs), templates::importingImports);
    }

    /// A file with the header of every column and no row.
    @Get("/columns.csv")
    HttpResponse<?> columns(SignedIn reader) {
        var header =
                ImportColumn.ALL.stream()
                        .map(ImportColumn::name)
                        .collect(Collectors.joining(",", "\uFEFF", "\r\n"));
        return HttpResponse.ok(header.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"elders.csv\"");
    }

    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Post
    HttpResponse<?> send(
            SignedIn reader,
            @Part CompletedFileUpload file,
            @Part String token,
            @Part String key,
            @Part Optional<String> encoding) {
        return actions.lead(
                reader,
                Map.of("token", token, "key", key, "encoding", encoding.orElse("")),
                form -> sent(reader, file, form.text("encoding"), form.key()),
                job -> new Done("/imports/" + job.importId(), "import"));
    }

    @Get("/{id}")
    HttpResponse<?> one(SignedIn reader, String id) {
        var asking = reader.asking();
        var page =
                client.job(asking, id)
                        .then(job ->
                                client.lines(asking, id).map(lines -> new ImportPage(job, lines)));
        return pages.show(reader, page, templates::importingJob);
    }

    /// Every row that was refused, as meal-api writes it.
    @Get("/{id}/faults")
    HttpResponse<?> faults(SignedIn reader, String id) {
        return pages.file(reader, client.faults(reader.asking(), id));
    }

    /// The job is remembered here, before the answer: it is found again even if the browser has
    /// left the page.
    private Answer<ElderImport> sent(
            SignedIn reader, CompletedFileUpload file, String encoding, String key) {
        var content = new ApiFile(bytes(file), "text/csv", Optional.empty());
        return client.send(reader.asking(), content, encoding, key)
                .map(job -> {
                    recent.add(reader.username(), job.importId());
                    return job;
                });
    }

    private static byte[] bytes(CompletedFileUpload file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

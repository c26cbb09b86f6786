package org.nuancan.console.payment;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.BusinessDays;
import org.nuancan.console.page.Districts;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Payment batches: from the proposal to the bank's answer.
@Controller("/payments")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PaymentsController {

    private final StaticTemplates templates = new StaticTemplates();
    private final PaymentClient client;
    private final Districts districts;
    private final BusinessDays days;
    private final Pages pages;
    private final Actions actions;

    PaymentsController(
            PaymentClient client,
            Districts districts,
            BusinessDays days,
            Pages pages,
            Actions actions) {
        this.client = client;
        this.districts = districts;
        this.days = days;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> list(SignedIn reader, @QueryValue Optional<String> after) {
        var page =
                client.batches(reader.asking(), after)
                        .map(found ->
                                new BatchList(
                                        found.items(),
                                        days.lastClosed(reader),
                                        found.next()
                                                .map(cursor ->
                                                        UriBuilder.of("/payments")
                                                                .queryParam("after", cursor)
                                                                .build()
                                                                .toString())));
        return pages.show(reader, page, templates::paymentBatches);
    }

    @Get("/{id}")
    HttpResponse<?> one(SignedIn reader, String id) {
        return pages.show(reader, client.batch(reader.asking(), id), templates::paymentBatch);
    }

    @Get("/{id}/file")
    HttpResponse<?> file(SignedIn reader, String id, @QueryValue String format) {
        return pages.file(reader, client.file(reader.asking(), id, format));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post
    HttpResponse<?> make(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form ->
                        client.make(
                                reader.asking(),
                                districts.own(reader),
                                form.date("through"),
                                form.key()),
                batch -> new Done("/payments/" + batch.batchId(), "batch"));
    }

    /// Hands the bank's answer on as it is and shows what each line led to.
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Post("/{id}/results")
    HttpResponse<?> results(
            SignedIn reader,
            String id,
            @Part CompletedFileUpload file,
            @Part String token,
            @Part String key) {
        return actions.show(
                reader,
                Map.of("token", token),
                form -> client.answer(reader.asking(), id, bytes(file), key),
                templates::paymentAnswer);
    }

    private static byte[] bytes(CompletedFileUpload file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package org.nuancan.console.payment;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.BusinessDays;
import org.nuancan.console.page.Dates;
import org.nuancan.console.page.Districts;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// The reconciliation of a day, and its differences taken, explained and closed.
@Controller("/reconciliation")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReconciliationController {

    private final StaticTemplates templates = new StaticTemplates();
    private final PaymentClient client;
    private final Districts districts;
    private final BusinessDays days;
    private final Pages pages;
    private final Actions actions;

    ReconciliationController(
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
    HttpResponse<?> day(
            SignedIn reader,
            @QueryValue Optional<String> date,
            @QueryValue Optional<String> district) {
        var day = date.flatMap(Dates::read).orElseGet(() -> days.lastClosed(reader));
        var where = new PaymentClient.Where(day, districts.chosen(reader, district));
        var page = client.reconciliation(reader.asking(), where);
        return pages.show(reader, page, templates::paymentReconciliation);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{differenceId}/{act:take|explain|close}")
    HttpResponse<?> handle(
            SignedIn reader, String differenceId, String act, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form ->
                        client.handle(
                                reader.asking(),
                                differenceId,
                                act,
                                where(form),
                                form.text("explanation")),
                handled -> new Done(back(fields), "difference-" + act));
    }

    private static PaymentClient.Where where(Form form) {
        return new PaymentClient.Where(form.date("date"), form.text("district"));
    }

    private static String back(Map<String, Object> fields) {
        return UriBuilder.of("/reconciliation")
                .queryParam("date", fields.get("date"))
                .queryParam("district", fields.get("district"))
                .build()
                .toString();
    }
}

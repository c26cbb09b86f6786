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
import org.nuancan.console.page.Districts;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Money that came in, and budgets.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class MoneyController {

    private final StaticTemplates templates = new StaticTemplates();
    private final PaymentClient client;
    private final Districts districts;
    private final BusinessDays days;
    private final Pages pages;
    private final Actions actions;

    MoneyController(
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

    @Get("/receipts")
    HttpResponse<?> receipts(SignedIn reader, @QueryValue Optional<String> after) {
        var page =
                client.receipts(reader.asking(), after)
                        .map(found ->
                                new ReceiptList(
                                        found.items(),
                                        days.today(reader),
                                        found.next().map(MoneyController::nextReceipts)));
        return pages.show(reader, page, templates::paymentReceipts);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/receipts")
    HttpResponse<?> receive(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.record(reader.asking(), receipt(reader, form), form.key()),
                receipt -> new Done("/receipts", "receipt"));
    }

    @Get("/funds")
    HttpResponse<?> funds(SignedIn reader, @QueryValue Optional<Integer> year) {
        var shownYear = year.orElseGet(() -> days.today(reader).getYear());
        return pages.show(
                reader, client.funds(reader.asking(), shownYear), templates::paymentFunds);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/funds")
    HttpResponse<?> changeBudget(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.changeBudget(reader.asking(), change(form), form.key()),
                done -> new Done("/funds", "budget"));
    }

    private PaymentClient.NewReceipt receipt(SignedIn reader, Form form) {
        return new PaymentClient.NewReceipt(
                districts.own(reader),
                Map.of(form.text("from"), form.text("who")),
                form.fen("sum"),
                form.date("received-on"),
                form.text("reference"));
    }

    private static Map<String, Object> change(Form form) {
        return Map.of(
                "payer", form.text("payer"),
                "year", form.number("year"),
                "changeFen", form.fen("sum"),
                "reason", form.text("reason"));
    }

    private static String nextReceipts(String cursor) {
        return UriBuilder.of("/receipts").queryParam("after", cursor).build().toString();
    }
}

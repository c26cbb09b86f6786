package org.nuancan.console.street;

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
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Welfare alerts of a street.
@Controller("/alerts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AlertController {

    private final StaticTemplates templates = new StaticTemplates();
    private final AlertClient client;
    private final Pages pages;
    private final Actions actions;

    AlertController(AlertClient client, Pages pages, Actions actions) {
        this.client = client;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> list(
            SignedIn reader,
            @QueryValue Optional<String> state,
            @QueryValue Optional<String> after) {
        var shownState = state.filter(AlertList.STATES::contains).orElse("OPEN");
        var page =
                client.list(reader.asking(), shownState, after)
                        .map(found ->
                                new AlertList(
                                        shownState,
                                        found.items(),
                                        found.next().map(cursor -> next(shownState, cursor))));
        return pages.show(reader, page, templates::streetAlerts);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/take")
    HttpResponse<?> take(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.take(reader.asking(), id),
                alert -> new Done("/alerts?state=TAKEN", "alert-taken"));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/close")
    HttpResponse<?> close(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.close(reader.asking(), id, form.text("found"), form.text("note")),
                alert -> new Done("/alerts?state=TAKEN", "alert-closed"));
    }

    private static String next(String state, String cursor) {
        return UriBuilder.of("/alerts")
                .queryParam("state", state)
                .queryParam("after", cursor)
                .build()
                .toString();
    }
}

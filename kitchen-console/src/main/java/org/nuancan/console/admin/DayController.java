package org.nuancan.console.admin;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Listed;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Days of the books: how each was closed, what is parked, closing one by hand.
@Controller("/days")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DayController {

    private final StaticTemplates templates = new StaticTemplates();
    private final AdminClient client;
    private final Pages pages;
    private final Actions actions;

    DayController(AdminClient client, Pages pages, Actions actions) {
        this.client = client;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> list(SignedIn reader, @QueryValue Optional<String> after) {
        var page =
                client.days(reader.asking(), after)
                        .map(found ->
                                new DaysPage(
                                        found.items(),
                                        client.parked(reader.asking())
                                                .map(Listed::items)
                                                .orElse(List.of()),
                                        found.next().map(DayController::next)));
        return pages.show(reader, page, templates::adminDays);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{date}/close")
    HttpResponse<?> close(SignedIn reader, String date, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.close(reader.asking(), date),
                done -> new Done("/days", "day-closed"));
    }

    private static String next(String cursor) {
        return UriBuilder.of("/days").queryParam("after", cursor).build().toString();
    }
}

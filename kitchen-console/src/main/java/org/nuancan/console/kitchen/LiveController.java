package org.nuancan.console.kitchen;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Answer.SignInAgain;
import org.nuancan.console.api.LiveEvent;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.page.Frame;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;
import org.reactivestreams.Publisher;

/// Sales as they come in: meal-api's live stream, passed on to the page as pieces of HTML.
@Controller("/today/live")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LiveController {

    private static final int LONGEST_ID = 64;

    private final StaticTemplates templates = new StaticTemplates();
    private final MealApi api;
    private final Pages pages;

    LiveController(MealApi api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /// @param lastEventId sent by a browser that reconnects by itself
    /// @param after the same, sent by the script of the page
    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    HttpResponse<Publisher<Event<String>>> live(
            SignedIn reader,
            @QueryValue String site,
            @Header("Last-Event-ID") Optional<String> lastEventId,
            @QueryValue Optional<String> after) {
        var last = lastEventId.or(() -> after).filter(id -> id.length() <= LONGEST_ID);
        var frame = pages.frame(reader.visit(), reader.session());
        return switch (api.events(reader.asking(), last)) {
            case Given(var events) ->
                    HttpResponse.<Publisher<Event<String>>>ok(
                                    Relay.of(events, event -> piece(frame, site, event)))
                            .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            // A proxy that gathers answers would hold the events back.
                            .header("X-Accel-Buffering", "no");
            case SignInAgain(var problem) -> HttpResponse.unauthorized();
            default -> HttpResponse.serverError();
        };
    }

    private Optional<Event<String>> piece(Frame frame, String site, LiveEvent event) {
        if (event.onlyAlive()) {
            return Optional.of(Event.of("").name("alive"));
        }
        return MealApi.sale(event)
                .filter(sale -> sale.siteId().equals(site))
                .map(sale -> Pages.piece(templates.kitchenSale(frame, sale)))
                .map(html -> Event.of(html).name("sale").id(event.id().orElse("")));
    }
}

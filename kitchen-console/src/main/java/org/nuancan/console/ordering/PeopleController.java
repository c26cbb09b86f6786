package org.nuancan.console.ordering;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Listed;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Finding a person, and what is on file about one. Terms of a search travel in forms only, so that
/// no ID number reaches an address or the history of a browser.
@Controller("/people")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PeopleController {

    private static final Set<String> TERMS = Set.of("name", "phone", "cardNumber", "idNumber");

    private final StaticTemplates templates = new StaticTemplates();
    private final ElderClient client;
    private final OrderClient orders;
    private final SiteNames sites;
    private final Pages pages;
    private final Actions actions;

    PeopleController(
            ElderClient client, OrderClient orders, SiteNames sites, Pages pages, Actions actions) {
        this.client = client;
        this.orders = orders;
        this.sites = sites;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> search(SignedIn reader) {
        return pages.show(
                reader, new Given<>(true), (frame, yes) -> templates.orderingPeople(frame));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/search")
    HttpResponse<?> found(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.show(
                reader,
                fields,
                form ->
                        client.search(reader.asking(), by(form), form.text("term"))
                                .map(found -> new SearchResult(found.items())),
                templates::orderingFound);
    }

    @Get("/{id}")
    HttpResponse<?> person(SignedIn reader, String id) {
        var asking = reader.asking();
        var page =
                client.elder(asking, id)
                        .map(elder ->
                                new Person(
                                        elder,
                                        orders.list(asking, OrderFilter.of(id))
                                                .map(Listed::items)
                                                .orElse(List.of())
                                                .reversed(),
                                        orders.plans(asking, id)
                                                .map(Listed::items)
                                                .orElse(List.of()),
                                        sites.of(reader)));
        return pages.show(reader, page, templates::orderingPerson);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/card")
    HttpResponse<?> card(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form ->
                        client.changeCard(
                                reader.asking(),
                                form.text("number"),
                                form.text("state"),
                                form.ticked("in-writing")),
                done -> new Done("/people/" + id, "card"));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/new-card")
    HttpResponse<?> newCard(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form ->
                        client.issueCard(
                                reader.asking(),
                                id,
                                Map.of(
                                        "cardNumber", form.text("number"),
                                        "kind", form.text("kind"))),
                done -> new Done("/people/" + id, "new-card"));
    }

    private static String by(Form form) {
        return TERMS.contains(form.text("by")) ? form.text("by") : "name";
    }
}

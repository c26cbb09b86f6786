package org.nuancan.console.admin;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.api.Site;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Sites: what is on file, prices, terminals.
@Controller("/sites")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SiteController {

    private final StaticTemplates templates = new StaticTemplates();
    private final AdminClient client;
    private final MealApi api;
    private final Pages pages;
    private final Actions actions;

    SiteController(AdminClient client, MealApi api, Pages pages, Actions actions) {
        this.client = client;
        this.api = api;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> list(SignedIn reader) {
        return pages.show(reader, api.sites(reader.asking()), templates::adminSites);
    }

    @Get("/{id}")
    HttpResponse<?> one(SignedIn reader, String id) {
        var page = api.sites(reader.asking()).map(sites -> page(reader, sites, id));
        return pages.showFound(reader, page, templates::adminSite);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}")
    HttpResponse<?> change(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> {
                    var change = SiteFields.of(form);
                    change.put("version", form.number("version"));
                    return client.changeSite(reader.asking(), id, change);
                },
                site -> new Done("/sites/" + id, "site-changed"));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/prices")
    HttpResponse<?> prices(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.setPrices(reader.asking(), id, prices(form)),
                set -> new Done("/sites/" + id, "prices"));
    }

    /// The activation code is shown once, beside the form.
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/terminals")
    HttpResponse<?> addTerminal(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.show(
                reader,
                fields,
                form -> client.addTerminal(reader.asking(), id, form.text("label")),
                templates::adminActivation);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/terminals/{terminalId}/disable")
    HttpResponse<?> disableTerminal(
            SignedIn reader, String id, String terminalId, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.disableTerminal(reader.asking(), terminalId),
                done -> new Done("/sites/" + id, "terminal-disabled"));
    }

    private Optional<SitePage> page(SignedIn reader, List<Site> sites, String id) {
        var caller = reader.asking();
        return sites.stream()
                .filter(site -> site.siteId().equals(id))
                .findFirst()
                .map(site ->
                        new SitePage(
                                site,
                                client.site(caller, id).map(Optional::of).orElse(Optional.empty()),
                                client.prices(caller, id),
                                client.terminals(caller, id)));
    }

    /// Rows with a sku; an empty row ends nothing and adds nothing.
    private static List<Price> prices(Form form) {
        var skus = form.all("sku");
        var names = form.all("name");
        var sums = form.all("sum");
        var kinds = form.all("kind");
        List<Price> prices = new ArrayList<>();
        for (var at = 0; at < skus.size(); at++) {
            if (!skus.get(at).isBlank()) {
                var isOpen = kinds.get(at).equals("open");
                prices.add(
                        new Price(
                                skus.get(at).strip(),
                                names.get(at).strip(),
                                isOpen ? 0 : new Form(Map.of("sum", sums.get(at))).fen("sum"),
                                !kinds.get(at).equals("full"),
                                isOpen));
            }
        }
        return prices;
    }
}

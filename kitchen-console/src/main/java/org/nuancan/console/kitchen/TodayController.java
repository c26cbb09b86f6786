package org.nuancan.console.kitchen;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.api.Sales;
import org.nuancan.console.api.Site;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Today at the own site.
@Controller("/today")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TodayController {

    private final StaticTemplates templates = new StaticTemplates();
    private final MealApi api;
    private final Pages pages;

    TodayController(MealApi api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> today(SignedIn reader, @QueryValue Optional<String> site) {
        Answer<Optional<Today>> today =
                api.sites(reader.asking())
                        .then(sites ->
                                chosen(sites, site)
                                        .map(chosenSite -> today(reader, sites, chosenSite))
                                        .orElseGet(() -> new Given<>(Optional.empty())));
        return pages.show(reader, today, templates::kitchenToday);
    }

    /// The sums alone, fetched anew when a sale has come in.
    @Get("/sums")
    HttpResponse<?> sums(SignedIn reader, @QueryValue String site) {
        return pages.show(reader, sales(reader, site), templates::kitchenSums);
    }

    private Answer<Optional<Today>> today(SignedIn reader, List<Site> sites, Site site) {
        return sales(reader, site.siteId())
                .map(sales -> Optional.of(new Today(sites, site, sales)));
    }

    private Answer<Sales> sales(SignedIn reader, String siteId) {
        // Without a date meal-api uses its current day.
        return api.sales(reader.asking(), siteId, Optional.empty());
    }

    private static Optional<Site> chosen(List<Site> sites, Optional<String> chosenId) {
        return sites.stream()
                .filter(site -> chosenId.isEmpty() || chosenId.get().equals(site.siteId()))
                .findFirst()
                .or(() -> sites.stream().findFirst());
    }
}

package org.nuancan.console.kitchen;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.api.Site;
import org.nuancan.console.page.BusinessDays;
import org.nuancan.console.page.Dates;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.SignedIn;

/// The meal that a page or form is about.
@Singleton
final class Meals {

    private final MealApi api;
    private final BusinessDays days;

    Meals(MealApi api, BusinessDays days) {
        this.api = api;
        this.days = days;
    }

    Answer<List<Site>> sites(SignedIn reader) {
        return api.sites(reader.asking());
    }

    /// The chosen meal; without a choice today's lunch at the reader's first site.
    Optional<Meal> chosen(SignedIn reader, List<Site> sites, Choice choice) {
        var slot = choice.slot().filter(Meal.SLOTS::contains).orElse("LUNCH");
        return sites.stream()
                .filter(site ->
                        choice.site().isEmpty() || choice.site().get().equals(site.siteId()))
                .findFirst()
                .map(site ->
                        new Meal(
                                site.siteId(),
                                choice.date()
                                        .flatMap(Dates::read)
                                        .orElseGet(() -> days.today(reader)),
                                slot));
    }

    static Meal of(Form form) {
        return new Meal(form.text("site"), form.date("date"), form.text("slot"));
    }

    /// What an address chooses.
    record Choice(Optional<String> site, Optional<String> date, Optional<String> slot) {}
}

package org.nuancan.console.ordering;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.page.SignedIn;

/// Names of the sites that concern a reader.
@Singleton
final class SiteNames {

    private final MealApi api;

    SiteNames(MealApi api) {
        this.api = api;
    }

    Map<String, String> of(SignedIn reader) {
        Map<String, String> names = new LinkedHashMap<>();
        api.sites(reader.asking())
                .orElse(List.of())
                .forEach(site -> names.put(site.siteId(), site.name()));
        return names;
    }

    /// Names of the providers of these sites.
    Map<String, String> providers(SignedIn reader) {
        Map<String, String> names = new LinkedHashMap<>();
        api.sites(reader.asking())
                .orElse(List.of())
                .forEach(site -> names.put(site.providerId(), site.providerName()));
        return names;
    }
}

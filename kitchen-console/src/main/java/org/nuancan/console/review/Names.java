package org.nuancan.console.review;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.page.SignedIn;

/// Names of providers, sites and policies, as far as the reader may see them. Where there is none,
/// pages show the id.
@Singleton
final class Names {

    private final MealApi api;

    Names(MealApi api) {
        this.api = api;
    }

    Map<String, String> providers(SignedIn reader) {
        Map<String, String> names = new HashMap<>();
        api.sites(reader.asking())
                .orElse(List.of())
                .forEach(site -> names.put(site.providerId(), site.providerName()));
        return names;
    }

    Map<String, String> sites(SignedIn reader) {
        Map<String, String> names = new HashMap<>();
        api.sites(reader.asking())
                .orElse(List.of())
                .forEach(site -> names.put(site.siteId(), site.name()));
        return names;
    }

    /// Names by code, each by language.
    Map<String, Map<String, String>> policies(SignedIn reader) {
        Map<String, Map<String, String>> names = new HashMap<>();
        api.policies(reader.asking())
                .orElse(List.of())
                .forEach(policy -> names.put(policy.code(), policy.name()));
        return names;
    }
}

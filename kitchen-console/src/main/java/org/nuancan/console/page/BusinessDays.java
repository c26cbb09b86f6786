package org.nuancan.console.page;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiPath;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.api.Site;

/// Which day it is for meal-api. Its business clock may differ from the real one in tests and in
/// the demo; roles that cannot ask for it get the day in Shanghai.
@Singleton
public final class BusinessDays {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private record AsOf(LocalDate asOf) {}

    private final MealApi api;
    private final ApiClient client;
    private final InstantSource clock;

    BusinessDays(MealApi api, ApiClient client, InstantSource clock) {
        this.api = api;
        this.client = client;
        this.clock = clock;
    }

    /// Today.
    public LocalDate today(SignedIn reader) {
        return fetched(reader).orElseGet(() -> LocalDate.ofInstant(clock.instant(), SHANGHAI));
    }

    /// The day before today, which is closed in the night.
    public LocalDate lastClosed(SignedIn reader) {
        return today(reader).minusDays(1);
    }

    private Optional<LocalDate> fetched(SignedIn reader) {
        if (reader.is("PROVIDER_MANAGER", "KITCHEN_STAFF")) {
            return api.sites(reader.asking()).orElse(List.of()).stream()
                    .findFirst()
                    .flatMap(site -> ofSite(reader, site));
        }
        if (reader.is("DISTRICT_FINANCE", "DISTRICT_OFFICER", "CITY_ADMIN", "AUDITOR")) {
            var year = LocalDate.ofInstant(clock.instant(), SHANGHAI).getYear();
            var path = ApiPath.of("/v1/finance/funds").with("year", Integer.toString(year));
            return client.get(reader.asking(), path, AsOf.class)
                    .map(found -> Optional.of(found.asOf()))
                    .orElse(Optional.empty());
        }
        return Optional.empty();
    }

    private Optional<LocalDate> ofSite(SignedIn reader, Site site) {
        return api.sales(reader.asking(), site.siteId(), Optional.empty())
                .map(sales -> Optional.of(sales.date()))
                .orElse(Optional.empty());
    }
}

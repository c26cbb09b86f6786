package org.nuancan.console.chart;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiPath;

/// The figures of the charts, at meal-api.
@Singleton
final class DashboardClient {

    private record Days(List<MealsOfDay> items) {}

    private final ApiClient api;

    DashboardClient(ApiClient api) {
        this.api = api;
    }

    /// Every day of a period, both ends included; days without meals too.
    List<MealsOfDay> days(ApiCaller asking, LocalDate from, LocalDate to) {
        var path =
                ApiPath.of("/v1/finance/summary")
                        .with("from", from.toString())
                        .with("to", to.toString())
                        .with("groupBy", "day");
        var found =
                api.get(asking, path, Days.class).map(Days::items).orElse(List.of()).stream()
                        .collect(Collectors.toMap(MealsOfDay::key, Function.identity()));
        return from.datesUntil(to.plusDays(1))
                .map(day -> found.getOrDefault(day, MealsOfDay.none(day)))
                .toList();
    }

    Spending spending(ApiCaller asking, int year) {
        var path = ApiPath.of("/v1/finance/funds").with("year", Integer.toString(year));
        return api.get(asking, path, Spending.class).orElse(new Spending(year, List.of()));
    }

    Ageing ageing(ApiCaller asking) {
        var path = ApiPath.of("/v1/review-queue/ageing");
        return api.get(asking, path, Ageing.class).orElse(new Ageing(List.of()));
    }
}

package org.nuancan.console.kitchen;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiFile;
import org.nuancan.console.api.ApiPath;
import org.nuancan.console.api.ApiRequest;
import org.nuancan.console.api.Listed;
import org.nuancan.console.api.Menu;

/// Production, batches, samples and menus, at meal-api.
@Singleton
final class KitchenClient {

    private static final int ORDERED_AHEAD_DAYS = 30;

    private final ApiClient api;

    KitchenClient(ApiClient api) {
        this.api = api;
    }

    /// Includes every order of the meal as a change, so that orders can be marked as prepared.
    Answer<Production> production(ApiCaller caller, Meal meal) {
        var since =
                meal.date().minusDays(ORDERED_AHEAD_DAYS).atStartOfDay().atOffset(ZoneOffset.UTC);
        var path = of("/v1/kitchens/{}/production", meal).with("since", since.toString());
        return api.get(caller, path, Production.class);
    }

    Answer<Balance> balance(ApiCaller caller, Meal meal) {
        return api.get(caller, of("/v1/kitchens/{}/balance", meal), Balance.class);
    }

    Answer<Listed<CookedBatch>> batches(ApiCaller caller, Meal meal) {
        return api.list(caller, of("/v1/kitchens/{}/batches", meal), CookedBatch.class);
    }

    Answer<Samples> samples(ApiCaller caller, String siteId) {
        return api.get(caller, ApiPath.of("/v1/kitchens/{}/samples", siteId), Samples.class);
    }

    Answer<ApiFile> paper(ApiCaller caller, Meal meal, boolean labels) {
        var name = labels ? "/v1/kitchens/{}/labels.pdf" : "/v1/kitchens/{}/production.pdf";
        return api.file(caller, of(name, meal));
    }

    Answer<CookedBatch> cooked(ApiCaller caller, Meal meal, Map<String, Object> batch) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/kitchens/{}/batches", meal.siteId()))
                        .body(batch)
                        .with("date", meal.date())
                        .with("slot", meal.slot());
        return api.send(caller, request, CookedBatch.class);
    }

    /// @param act `holds`, `discards` or `samples`
    Answer<Boolean> batch(ApiCaller caller, String id, String act, Map<String, Object> body) {
        var request = ApiRequest.post(ApiPath.of("/v1/batches/{}/{}", id, act)).body(body);
        return api.tell(caller, request);
    }

    Answer<Boolean> dispose(ApiCaller caller, String sampleId) {
        return api.tell(caller, ApiRequest.post(ApiPath.of("/v1/samples/{}/disposal", sampleId)));
    }

    Answer<Boolean> prepared(ApiCaller caller, String orderId) {
        return api.tell(caller, ApiRequest.post(ApiPath.of("/v1/orders/{}/prepared", orderId)));
    }

    Optional<Menu> menu(ApiCaller caller, Meal meal) {
        var path =
                ApiPath.of("/v1/menus")
                        .with("siteId", meal.siteId())
                        .with("date", meal.date().toString())
                        .with("slot", meal.slot());
        return api.get(caller, path, Menu.class).map(Optional::of).orElse(Optional.empty());
    }

    Answer<Menu> publish(
            ApiCaller caller, Meal meal, List<Map<String, Object>> items, OffsetDateTime until) {
        var path =
                ApiPath.of(
                        "/v1/sites/{}/menus/{}/{}",
                        meal.siteId(),
                        meal.date().toString(),
                        meal.slot());
        var body = Map.of("items", items, "orderUntil", until);
        return api.send(caller, ApiRequest.put(path, body), Menu.class);
    }

    private static ApiPath of(String template, Meal meal) {
        return ApiPath.of(template, meal.siteId())
                .with("date", meal.date().toString())
                .with("slot", meal.slot());
    }
}

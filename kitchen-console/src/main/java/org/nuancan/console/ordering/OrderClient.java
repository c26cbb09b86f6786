package org.nuancan.console.ordering;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiPath;
import org.nuancan.console.api.ApiRequest;
import org.nuancan.console.api.Listed;
import org.nuancan.console.api.Menu;

/// Ordered meals, menus and plans, at meal-api.
@Singleton
final class OrderClient {

    private final ApiClient api;

    OrderClient(ApiClient api) {
        this.api = api;
    }

    Answer<Listed<Order>> list(ApiCaller asking, OrderFilter filter) {
        var path =
                ApiPath.of("/v1/orders")
                        .with("elderId", filter.elderId())
                        .with("date", filter.date())
                        .with("slot", filter.slot())
                        .with("state", filter.state())
                        .with("after", filter.after());
        return api.list(asking, path, Order.class);
    }

    Answer<Order> order(ApiCaller asking, String id) {
        return api.get(asking, ApiPath.of("/v1/orders/{}", id), Order.class);
    }

    Answer<Order> place(ApiCaller asking, NewOrder order, String key) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/orders"))
                        .with("elderId", order.elderId())
                        .with("siteId", order.siteId())
                        .with("deliveryProviderId", order.deliveryProviderId())
                        .with("serviceDate", order.date())
                        .with("slot", order.slot())
                        .with("fulfilment", order.fulfilment())
                        .with("items", List.of(Map.of("sku", order.sku(), "quantity", 1)))
                        .with("allergenAccepted", order.accepted())
                        .with("dietAccepted", order.accepted())
                        .once(key);
        return api.send(asking, request, Order.class);
    }

    Answer<Order> cancel(ApiCaller asking, String id, String reason, String key) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/orders/{}/cancel", id))
                        .body(Map.of("reason", reason))
                        .once(key);
        return api.send(asking, request, Order.class);
    }

    Answer<Menu> menu(ApiCaller asking, String siteId, LocalDate date, String slot) {
        var path =
                ApiPath.of("/v1/menus")
                        .with("siteId", siteId)
                        .with("date", date.toString())
                        .with("slot", slot);
        return api.get(asking, path, Menu.class);
    }

    Answer<Listed<Plan>> plans(ApiCaller asking, String elderId) {
        return api.list(asking, ApiPath.of("/v1/elders/{}/meal-plans", elderId), Plan.class);
    }

    Answer<Listed<PlanDay>> notPlaced(ApiCaller asking) {
        return api.list(asking, ApiPath.of("/v1/meal-plans/not-placed"), PlanDay.class);
    }

    Answer<Plan> plan(ApiCaller asking, String planId) {
        return api.get(asking, ApiPath.of("/v1/meal-plans/{}", planId), Plan.class);
    }

    Answer<Plan> makePlan(ApiCaller asking, String elderId, Map<String, Object> plan) {
        var path = ApiPath.of("/v1/elders/{}/meal-plans", elderId);
        return api.send(asking, ApiRequest.post(path).body(plan), Plan.class);
    }

    /// @param act `pause`, `resume` or `end`
    Answer<Plan> changePlan(
            ApiCaller asking, String planId, String act, Map<String, Object> dates) {
        var path = ApiPath.of("/v1/meal-plans/{}/{}", planId, act);
        return api.send(asking, ApiRequest.post(path).body(dates), Plan.class);
    }

    /// An order to be placed.
    ///
    /// @param accepted whether the elder accepts an allergen, or a dish that lacks a diet
    record NewOrder(
            String elderId,
            String siteId,
            Optional<String> deliveryProviderId,
            LocalDate date,
            String slot,
            String fulfilment,
            String sku,
            boolean accepted) {}
}

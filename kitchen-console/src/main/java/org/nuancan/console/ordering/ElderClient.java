package org.nuancan.console.ordering;

import jakarta.inject.Singleton;
import java.util.Map;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiPath;
import org.nuancan.console.api.ApiRequest;
import org.nuancan.console.api.Listed;

/// The register of elders, at meal-api.
@Singleton
final class ElderClient {

    private final ApiClient api;

    ElderClient(ApiClient api) {
        this.api = api;
    }

    /// @param by `name`, `phone`, `cardNumber` or `idNumber`; the term stays out of every address
    Answer<Listed<Elder>> search(ApiCaller asking, String by, String term) {
        var request = ApiRequest.post(ApiPath.of("/v1/elders/search")).body(Map.of(by, term));
        return api.search(asking, request, Elder.class);
    }

    Answer<Elder> elder(ApiCaller asking, String id) {
        return api.get(asking, ApiPath.of("/v1/elders/{}", id), Elder.class);
    }

    /// @param month as `2026-11`
    Answer<EatenMeals> meals(ApiCaller asking, String id, String month) {
        var path = ApiPath.of("/v1/elders/{}/meals", id).with("month", month);
        return api.get(asking, path, EatenMeals.class);
    }

    Answer<Boolean> changeCard(ApiCaller asking, String number, String state, boolean inWriting) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/cards/{}/state", number))
                        .with("state", state)
                        .with("inWriting", inWriting);
        return api.tell(asking, request);
    }

    Answer<Boolean> issueCard(ApiCaller asking, String elderId, Map<String, Object> card) {
        var request = ApiRequest.post(ApiPath.of("/v1/elders/{}/cards", elderId)).body(card);
        return api.tell(asking, request);
    }

    Answer<Elder> addStay(ApiCaller asking, String elderId, Map<String, Object> stay) {
        var request = ApiRequest.post(ApiPath.of("/v1/elders/{}/stays", elderId)).body(stay);
        return api.send(asking, request, Elder.class);
    }
}

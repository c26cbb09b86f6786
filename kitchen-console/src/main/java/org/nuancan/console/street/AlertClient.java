package org.nuancan.console.street;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiPath;
import org.nuancan.console.api.ApiRequest;
import org.nuancan.console.api.Listed;

/// Welfare alerts, at meal-api.
@Singleton
final class AlertClient {

    private final ApiClient api;

    AlertClient(ApiClient api) {
        this.api = api;
    }

    Answer<Listed<Alert>> list(ApiCaller caller, String state, Optional<String> after) {
        var path = ApiPath.of("/v1/welfare-alerts").with("state", state).with("after", after);
        return api.list(caller, path, Alert.class);
    }

    Answer<Alert> take(ApiCaller caller, String id) {
        var request = ApiRequest.post(ApiPath.of("/v1/welfare-alerts/{}/take", id));
        return api.send(caller, request, Alert.class);
    }

    Answer<Alert> close(ApiCaller caller, String id, String found, String note) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/welfare-alerts/{}/close", id))
                        .with("found", found)
                        .with("note", note);
        return api.send(caller, request, Alert.class);
    }
}

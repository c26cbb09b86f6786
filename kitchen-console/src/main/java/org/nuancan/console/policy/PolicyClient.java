package org.nuancan.console.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiPath;
import org.nuancan.console.api.ApiRequest;

/// Policies and their simulation, at meal-api.
@Singleton
final class PolicyClient {

    private static final String VERSION = "/v1/policies/{}/versions/{}";

    private final ApiClient api;

    PolicyClient(ApiClient api) {
        this.api = api;
    }

    Answer<List<Policy>> all(ApiCaller asking) {
        return api.all(asking, ApiPath.of("/v1/policies"), JsonNode.class)
                .map(found -> found.stream().map(Policy::new).toList());
    }

    Answer<Policy> one(ApiCaller asking, String code, String version) {
        return api.get(asking, ApiPath.of(VERSION, code, version), JsonNode.class).map(Policy::new);
    }

    Answer<Policy> draft(ApiCaller asking, ObjectNode document) {
        var request = ApiRequest.post(ApiPath.of("/v1/policies")).body(document);
        return api.send(asking, request, JsonNode.class).map(Policy::new);
    }

    Answer<Boolean> release(ApiCaller asking, String code, String version) {
        return api.tell(asking, ApiRequest.post(ApiPath.of(VERSION + "/release", code, version)));
    }

    Answer<Boolean> end(ApiCaller asking, String code, String version, Object effectiveTo) {
        var path = ApiPath.of(VERSION + "/end", code, version);
        return api.tell(asking, ApiRequest.post(path).with("effectiveTo", effectiveTo));
    }

    /// The quotes of cases by the policies in force, and by a policy that is not, if one is named.
    Answer<List<Quote>> simulate(ApiCaller asking, ArrayNode cases, Optional<Policy> tried) {
        return policies(asking, tried)
                .then(policies -> {
                    var body = JsonNodeFactory.instance.objectNode();
                    body.set("cases", cases);
                    body.set("policies", policies);
                    var request = ApiRequest.post(ApiPath.of("/v1/policy-simulations")).body(body);
                    return api.send(asking, request, Quote.Quotes.class);
                })
                .map(Quote.Quotes::quotes);
    }

    /// Null for those in force; else those that are released and the one that is tried, which takes
    /// the place of the same version.
    private Answer<JsonNode> policies(ApiCaller asking, Optional<Policy> tried) {
        if (tried.isEmpty()) {
            return new Answer.Given<>(JsonNodeFactory.instance.nullNode());
        }
        return all(asking)
                .map(found -> {
                    var policies = JsonNodeFactory.instance.arrayNode();
                    found.stream()
                            .filter(policy -> !policy.isDraft())
                            .filter(policy -> !policy.href().equals(tried.get().href()))
                            .forEach(policy -> policies.add(policy.bare()));
                    return policies.add(tried.get().bare());
                });
    }
}

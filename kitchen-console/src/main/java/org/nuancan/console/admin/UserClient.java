package org.nuancan.console.admin;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiPath;
import org.nuancan.console.api.ApiRequest;
import org.nuancan.console.api.Listed;

/// Accounts, at meal-api.
@Singleton
final class UserClient {

    private final ApiClient api;

    UserClient(ApiClient api) {
        this.api = api;
    }

    Answer<Listed<User>> list(ApiCaller asking, String role, String words, Optional<String> after) {
        var path = ApiPath.of("/v1/users").with("role", role).with("q", words).with("after", after);
        return api.list(asking, path, User.class);
    }

    Answer<User> user(ApiCaller asking, String username) {
        return api.get(asking, ApiPath.of("/v1/users/{}", username), User.class);
    }

    Answer<User> add(ApiCaller asking, Map<String, Object> user) {
        return api.send(asking, ApiRequest.post(ApiPath.of("/v1/users")).body(user), User.class);
    }

    Answer<User> change(ApiCaller asking, String username, Map<String, Object> change) {
        var request = ApiRequest.patch(ApiPath.of("/v1/users/{}", username)).body(change);
        return api.send(asking, request, User.class);
    }

    /// @param act `enable`, `disable` or `confirm`
    Answer<User> act(ApiCaller asking, String username, String act) {
        var request = ApiRequest.post(ApiPath.of("/v1/users/{}/{}", username, act));
        return api.send(asking, request, User.class);
    }

    Answer<OneTimePassword> resetPassword(ApiCaller asking, String username) {
        var request = ApiRequest.post(ApiPath.of("/v1/users/{}/reset-password", username));
        return api.send(asking, request, OneTimePassword.class);
    }
}

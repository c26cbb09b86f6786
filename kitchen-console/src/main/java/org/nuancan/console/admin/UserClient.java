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

    Answer<Listed<User>> list(ApiCaller caller, String role, String words, Optional<String> after) {
        var path = ApiPath.of("/v1/users").with("role", role).with("q", words).with("after", after);
        return api.list(caller, path, User.class);
    }

    Answer<User> user(ApiCaller caller, String username) {
        return api.get(caller, ApiPath.of("/v1/users/{}", username), User.class);
    }

    Answer<User> add(ApiCaller caller, Map<String, Object> user) {
        return api.send(caller, ApiRequest.post(ApiPath.of("/v1/users")).body(user), User.class);
    }

    Answer<User> change(ApiCaller caller, String username, Map<String, Object> change) {
        var request = ApiRequest.patch(ApiPath.of("/v1/users/{}", username)).body(change);
        return api.send(caller, request, User.class);
    }

    /// @param act `enable`, `disable` or `confirm`
    Answer<User> act(ApiCaller caller, String username, String act) {
        var request = ApiRequest.post(ApiPath.of("/v1/users/{}/{}", username, act));
        return api.send(caller, request, User.class);
    }

    Answer<OneTimePassword> resetPassword(ApiCaller caller, String username) {
        var request = ApiRequest.post(ApiPath.of("/v1/users/{}/reset-password", username));
        return api.send(caller, request, OneTimePassword.class);
    }
}

package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// A user who is signed in.
final class Session {

    private final Api api;
    private final String username;
    private final String password;
    private volatile String token;

    private Session(Api api, String username, String password) {
        this.api = api;
        this.username = username;
        this.password = password;
        this.token = login();
    }

    static Session of(Api api, String username, String password) {
        return new Session(api, username, password);
    }

    private String login() {
        var body = Api.JSON.createObjectNode().put("username", username).put("password", password);
        return api.send("POST", Optional.empty(), "/login", body)
                .granted()
                .path("access_token")
                .asText();
    }

    Answer get(String path) {
        var answer = api.get(Optional.of(token), path);
        if (answer.status() != 401) {
            return answer;
        }
        token = login();
        return api.get(Optional.of(token), path);
    }

    Answer post(String path, JsonNode body, String... key) {
        return send("POST", path, body, key);
    }

    Answer put(String path, JsonNode body) {
        return send("PUT", path, body);
    }

    private Answer send(String method, String path, JsonNode body, String... key) {
        var answer = api.send(method, Optional.of(token), path, body, key);
        if (answer.status() != 401) {
            return answer;
        }
        // Tokens expire in real time, and a lunch may last longer.
        token = login();
        return api.send(method, Optional.of(token), path, body, key);
    }
}

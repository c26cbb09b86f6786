package org.nuancan.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Writes refusals as problem details (RFC 9457) in the caller's language.
@Singleton
final class Problems {

    private static final MediaType PROBLEM = MediaType.of("application/problem+json");

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    MutableHttpResponse<byte[]> answer(HttpRequest<?> request, ProblemException refusal) {
        return onto(HttpResponse.status(200, "OK"), request, refusal);
    }

    /// Turns `response` into the refusal; its headers stay.
    MutableHttpResponse<byte[]> onto(
            MutableHttpResponse<?> response, HttpRequest<?> request, ProblemException refusal) {
        var code = refusal.code();
        var answer =
                response.status(code.status(), code.name())
                        .contentType(PROBLEM)
                        .body(bytes(members(Language.of(request), refusal)));
        if (request.getAttribute(RequestIds.HEADER).isEmpty()) {
            // No filter ran for a request that could not be read.
            answer.header(RequestIds.HEADER, UUID.randomUUID().toString());
        }
        if (code.status() == 503 || code.status() == 429) {
            var seconds = refusal.more().getOrDefault("retryAfter", 1);
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        return answer;
    }

    private static Map<String, Object> members(Language language, ProblemException refusal) {
        var code = refusal.code();
        var members = new LinkedHashMap<String, Object>();
        members.put("type", code.type());
        members.put("title", code.title(language.isEnglish()));
        members.put("status", code.status());
        members.put("detail", code.advice(language.isEnglish()));
        members.put("code", code.name());
        members.put("errors", refusal.faults());
        refusal.more().forEach(members::putIfAbsent);
        return members;
    }

    private byte[] bytes(Map<String, Object> members) {
        try {
            return json.writeValueAsBytes(members);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a problem that is no JSON", exception);
        }
    }
}

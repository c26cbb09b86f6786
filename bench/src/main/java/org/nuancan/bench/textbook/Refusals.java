package org.nuancan.bench.textbook;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.json.JsonSyntaxException;
import jakarta.validation.ConstraintViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Converts refusals to problem details.
@Controller
@Requires(env = "textbook")
class Refusals {

    @Error(global = true)
    HttpResponse<Map<String, Object>> refused(HttpRequest<?> request, Refused refused) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "/problems/" + refused.code());
        members.put("title", refused.code());
        members.put("status", refused.status());
        members.put("detail", refused.code());
        members.put("code", refused.code());
        members.put("errors", List.of());
        members.putAll(refused.more());
        return HttpResponse.<Map<String, Object>>status(refused.status(), refused.code())
                .contentType(MediaType.of("application/problem+json"))
                .body(members);
    }

    @Error(global = true)
    HttpResponse<Map<String, Object>> invalid(
            HttpRequest<?> request, ConstraintViolationException fault) {
        return malformed(request);
    }

    @Error(global = true)
    HttpResponse<Map<String, Object>> unreadable(
            HttpRequest<?> request, ConversionErrorException fault) {
        return malformed(request);
    }

    @Error(global = true)
    HttpResponse<Map<String, Object>> noJson(HttpRequest<?> request, JsonSyntaxException fault) {
        return malformed(request);
    }

    private HttpResponse<Map<String, Object>> malformed(HttpRequest<?> request) {
        return refused(request, new Refused(400, "REQUEST_INVALID", Map.of()));
    }
}

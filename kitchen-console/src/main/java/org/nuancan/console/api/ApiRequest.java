package org.nuancan.console.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request that changes something at meal-api.
///
/// @param method `POST`, `PUT` or `PATCH`
/// @param body what is sent as JSON, if anything
/// @param key the idempotency key, for operations that need one
public record ApiRequest(String method, ApiPath path, Optional<Object> body, Optional<String> key) {

    /// A POST without content.
    public static ApiRequest post(ApiPath path) {
        return new ApiRequest("POST", path, Optional.empty(), Optional.empty());
    }

    /// A PUT of a whole body.
    public static ApiRequest put(ApiPath path, Object body) {
        return new ApiRequest("PUT", path, Optional.of(body), Optional.empty());
    }

    /// A PATCH; its fields are added one by one.
    public static ApiRequest patch(ApiPath path) {
        return new ApiRequest("PATCH", path, Optional.empty(), Optional.empty());
    }

    /// The same request with one more field of its JSON object; an empty value is left out.
    public ApiRequest with(String name, Object value) {
        if ((value instanceof Optional<?> optional && optional.isEmpty()) || "".equals(value)) {
            return this;
        }
        Map<String, Object> fields = new LinkedHashMap<>(fields());
        fields.put(name, value);
        return new ApiRequest(method, path, Optional.of(fields), key);
    }

    /// The same request with another body.
    public ApiRequest body(Object whole) {
        return new ApiRequest(method, path, Optional.of(whole), key);
    }

    /// The same request, taken once however often it is sent.
    public ApiRequest once(String idempotencyKey) {
        return new ApiRequest(method, path, body, Optional.of(idempotencyKey));
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (body.orElse(null) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(name.toString(), value));
        }
        return fields;
    }
}

package org.nuancan.console.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The path and query of an operation of meal-api.
///
/// @param text as it is sent, every part encoded
public record ApiPath(String text) {

    /// A path in which each `{}` is filled with one segment, in their order.
    public static ApiPath of(String template, String... segments) {
        var path = template;
        for (var segment : segments) {
            var at = path.indexOf("{}");
            path = path.substring(0, at) + encoded(segment) + path.substring(at + 2);
        }
        return new ApiPath(path);
    }

    /// The same path with one more query parameter; an empty value is left out.
    public ApiPath with(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        var join = text.indexOf('?') < 0 ? "?" : "&";
        return new ApiPath(text + join + name + "=" + encoded(value));
    }

    /// The same path with one more query parameter, if there is a value.
    public ApiPath with(String name, Optional<?> value) {
        return with(name, value.map(Object::toString).orElse(""));
    }

    /// Whether the query has a parameter.
    boolean has(String name) {
        return text.contains("?" + name + "=") || text.contains("&" + name + "=");
    }

    static String encoded(String value) {
        // A dot too, so that no id can climb out of its path.
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
    }
}

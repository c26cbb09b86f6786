package org.nuancan.console.page;

import io.micronaut.http.uri.UriBuilder;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Addresses within the console.
final class Paths {

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]*");

    private Paths() {}

    /// A path with one parameter set.
    static String with(String path, String name, String value) {
        return UriBuilder.of(path).replaceQueryParam(name, value).build().toString();
    }

    /// A path without some parameters.
    static String without(String path, Set<String> names) {
        var parts = path.split("\\?", 2);
        if (parts.length < 2) {
            return path;
        }
        var kept =
                Arrays.stream(parts[1].split("&"))
                        .filter(parameter -> !names.contains(parameter.split("=", 2)[0]))
                        .collect(Collectors.joining("&"));
        return kept.isEmpty() ? parts[0] : parts[0] + "?" + kept;
    }

    /// The path and query of an address.
    static String local(String address) {
        try {
            var uri = URI.create(address);
            var query = uri.getRawQuery();
            return uri.getRawPath() + (query == null ? "" : "?" + query);
        } catch (IllegalArgumentException none) {
            return "/";
        }
    }

    /// The page after signing in: the target, if it is a path of this console.
    static String ours(String target) {
        return OURS.matcher(target).matches() ? target : "/";
    }
}

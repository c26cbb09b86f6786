package org.nuancan.console.page;

import io.micronaut.http.uri.UriBuilder;
import java.net.URI;
import java.util.regex.Pattern;

/// Addresses within the console.
final class Paths {

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]*");

    private Paths() {}

    /// A path with one parameter set.
    static String with(String path, String name, String value) {
        return UriBuilder.of(path).replaceQueryParam(name, value).build().toString();
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

    /// Where to go after signing in: the wish, if it leads nowhere but to this console.
    static String ours(String wish) {
        return OURS.matcher(wish).matches() ? wish : "/";
    }
}

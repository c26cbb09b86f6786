package org.nuancan.console.page;

import io.micronaut.http.HttpRequest;
import java.util.regex.Pattern;

/// The header `X-Forwarded-For` that the console sends to meal-api when somebody signs in, so that
/// failed sign-ins are counted by the browser's address and not by the console's.
///
/// The console adds the address of its own client, as every proxy does. Which of the addresses is
/// believed is decided by meal-api, which knows the trusted proxies.
final class ForwardedFor {

    private static final Pattern ADDRESSES = Pattern.compile("[0-9A-Fa-f:.,\\[\\] ]{1,1000}");

    private ForwardedFor() {}

    static String of(HttpRequest<?> request) {
        var client = request.getRemoteAddress().getAddress();
        var before = String.join(", ", request.getHeaders().getAll("X-Forwarded-For"));
        var own = client == null ? "unknown" : client.getHostAddress();
        return ADDRESSES.matcher(before).matches() ? before + ", " + own : own;
    }
}

package org.nuancan.webhook.client;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;

/// Checks the URLs of webhooks: `https://host[:port]/path`, without internal addresses. The
/// addresses of a host name are checked when a delivery connects, not here, because they may
/// change.
@Singleton
public final class HookUrl {

    private static final int LAST_PORT = 65_535;

    private final HookSettings settings;

    HookUrl(HookSettings settings) {
        this.settings = settings;
    }

    /// @throws ProblemException `WEBHOOK_URL_REFUSED`
    public void check(String text) {
        fault(text)
                .ifPresent(why -> {
                    throw ProblemException.of(
                            ProblemCode.WEBHOOK_URL_REFUSED,
                            List.of(new Fault("/url", "WEBHOOK_URL_REFUSED", why)));
                });
    }

    private Optional<String> fault(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException _) {
            return Optional.of("不是网址 / not a URL");
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            return Optional.of("须为 https://主机/路径 / must be https://host/path");
        }
        if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            return Optional.of("没有这样的端口 / no such port");
        }
        if (!text.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            return Optional.of("只能用 ASCII 字符 / ASCII only");
        }
        if (settings.isInsideAllowed()) {
            return isHttp(uri) ? Optional.empty() : Optional.of("须为 http 或 https / http or https");
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("须为 https / must be https");
        }
        return isInside(uri.getHost().toLowerCase(Locale.ROOT))
                ? Optional.of("不能指向内网地址 / must not point inside")
                : Optional.empty();
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                || "https".equalsIgnoreCase(uri.getScheme());
    }

    /// Names that are internal. Numeric addresses are checked when a delivery connects, and here if
    /// they are written plainly.
    private static boolean isInside(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.endsWith(".local")
                || host.endsWith(".internal")
                || !host.contains(".")
                || (host.matches("[0-9.]+|\\[.*]") && !Resolution.isPublic(host));
    }
}

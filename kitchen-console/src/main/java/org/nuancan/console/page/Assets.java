package org.nuancan.console.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// Our stylesheet and scripts, under addresses that change with their content, so that browsers may
/// keep them for ever.
@Controller("/assets")
final class Assets {

    private static final String LIBRARIES = "META-INF/maven/org.webjars.npm/";
    private static final String SCRIPT = "text/javascript;charset=utf-8";

    private static final class Asset {
        private final byte[] bytes;
        private final String type;
        private final String hash;

        Asset(byte[] bytes, String type) {
            this.bytes = bytes;
            this.type = type;
            this.hash = hash(bytes);
        }
    }

    private final Map<String, Asset> assets = new TreeMap<>();

    Assets() {
        add("console.css", "assets/console.css", "text/css;charset=utf-8");
        add("live.js", "assets/live.js", SCRIPT);
        add("page.js", "assets/page.js", SCRIPT);
        add("icon.svg", "assets/icon.svg", "image/svg+xml");
        add("charts.js", "assets/charts.js", SCRIPT);
        add("htmx.js", webjar("htmx.org", "htmx.min.js"), SCRIPT);
        add("echarts.js", webjar("echarts", "echarts.common.min.js"), SCRIPT);
    }

    /// The address of an asset by its name.
    String href(String name) {
        var asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return "/assets/" + asset.hash + "/" + name;
    }

    @Get("/{hash}/{name}")
    HttpResponse<byte[]> asset(String hash, String name) {
        var asset = assets.get(name);
        if (asset == null || !asset.hash.equals(hash)) {
            return HttpResponse.notFound();
        }
        return HttpResponse.ok(asset.bytes)
                .contentType(MediaType.of(asset.type))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }

    private void add(String name, String resource, String type) {
        assets.put(name, new Asset(read(resource), type));
    }

    /// A file of a library, whose folder bears its version.
    private static String webjar(String library, String file) {
        var about = new Properties();
        try (var stream =
                Assets.class
                        .getClassLoader()
                        .getResourceAsStream(LIBRARIES + library + "/pom.properties")) {
            about.load(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return "META-INF/resources/webjars/%s/%s/dist/%s"
                .formatted(library, about.getProperty("version"), file);
    }

    private static byte[] read(String resource) {
        try (var stream = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("not in the jar: " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of Java", impossible);
        }
    }
}

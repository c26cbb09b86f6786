package org.nuancan.delivery.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoStoresTest {

    private static final byte[] PHOTO = "a photo".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = Photos.hash(PHOTO);

    @Test
    void a_folder_keeps_a_photo_under_its_hash_once(@TempDir Path folder) throws Exception {
        var store = new PhotoFolder(folder.toString());

        store.put(HASH, PHOTO);
        store.put(HASH, PHOTO);

        try (var files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).containsExactly(folder.resolve(HASH.substring(0, 2)).resolve(HASH));
        }
        assertThat(folder.resolve(HASH.substring(0, 2)).resolve(HASH)).hasBinaryContent(PHOTO);
    }

    @Test
    void a_bucket_that_speaks_s3_is_sent_the_photo_signed() throws Exception {
        var sent = new ConcurrentHashMap<String, byte[]>();
        var signatures = new ConcurrentHashMap<String, String>();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var path = exchange.getRequestMethod() + " " + exchange.getRequestURI();
                    sent.put(path, exchange.getRequestBody().readAllBytes());
                    signatures.put(path, exchange.getRequestHeaders().getFirst("Authorization"));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var store =
                new PhotoBucket(
                        new PhotoBucket.Settings("proofs", endpoint, "us-east-1", "key", "secret"));
        try {
            store.put(HASH, PHOTO);
        } finally {
            store.close();
            server.stop(0);
        }

        assertThat(sent).hasSize(1).containsKey("PUT /proofs/" + HASH);
        assertThat(sent.get("PUT /proofs/" + HASH)).isEqualTo(PHOTO);
        assertThat(Map.copyOf(signatures).values().iterator().next())
                .startsWith("AWS4-HMAC-SHA256 Credential=key/");
    }
}

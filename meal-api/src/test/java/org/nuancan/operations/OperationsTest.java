package org.nuancan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nuancan.engine.TestDatabase;
import org.nuancan.engine.TestRedis;
import org.slf4j.LoggerFactory;

class OperationsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        var settings = new HashMap<String, Object>(TestDatabase.fresh().properties());
        settings.put("micronaut.server.port", -1);
        settings.put("nuancan.secret", "a secret of at least thirty-two characters");
        settings.put("nuancan.management.host", "127.0.0.1");
        settings.put("nuancan.management.port", 0);
        server = ApplicationContext.run(EmbeddedServer.class, settings, "test");
    }

    @AfterAll
    static void stop() {
        server.getApplicationContext().close();
    }

    @AfterEach
    void outageEnds() {
        TestRedis.startAgain();
    }

    @Test
    void health_is_open_and_up_and_says_no_more() throws Exception {
        for (var path : new String[] {"/health", "/health/readiness", "/health/liveness"}) {
            var answer = get(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(bare("UP"));
        }
    }

    @Test
    void without_redis_the_service_is_degraded_and_never_down() throws Exception {
        TestRedis.stop();

        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(get("/health").body()).isEqualTo(bare("degraded"));
        assertThat(get("/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/health/liveness").body()).isEqualTo(bare("UP"));

        TestRedis.startAgain();

        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!get("/health").body().contains("UP") && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(get("/health").body()).isEqualTo(bare("UP"));
    }

    @Test
    void metrics_are_served_on_the_management_port_only() throws Exception {
        var port = server.getApplicationContext().getBean(MetricsPort.class).port();
        var answer = get(URI.create("http://127.0.0.1:" + port + "/prometheus"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("hikaricp_connections_active")
                .contains("jvm_memory_used_bytes");
        assertThat(get("/prometheus").statusCode()).isNotEqualTo(200);
    }

    @Test
    void every_answer_has_the_id_that_its_log_line_has_and_the_line_names_the_route_only()
            throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(RequestLog.class);
        var lines = new ListAppender<ILoggingEvent>();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        lines.start();

        var answer = get("/health?idNumber=11010519491231002X");

        logger.detachAppender(lines);
        var id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(lines.list).hasSize(1);
        var line = lines.list.getFirst();
        assertThat(line.getMDCPropertyMap()).containsEntry("requestId", id);
        assertThat(line.getKeyValuePairs().toString())
                .contains("route=\"/health\"")
                .contains("status=\"200\"")
                .doesNotContain("11010519491231002X");
    }

    /// The answer to a stranger: neither parts nor versions.
    private static String bare(String status) {
        return "{\"name\":null,\"status\":\"%s\",\"details\":null}".formatted(status);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(server.getURI().resolve(path));
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}

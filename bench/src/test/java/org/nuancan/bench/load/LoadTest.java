package org.nuancan.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final long STALL_MS = 400;

    private final AtomicInteger served = new AtomicInteger();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sold", exchange -> answer(exchange, 201));
        server.createContext(
                "/stall",
                exchange -> {
                    if (served.get() == 0) {
                        LockSupport.parkNanos(Duration.ofMillis(STALL_MS).toNanos());
                    }
                    answer(exchange, 201);
                });
        server.createContext("/refuse", exchange -> answer(exchange, 422));
        server.createContext("/break", HttpExchange::close);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
            served.incrementAndGet();
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
        }
    }

    @AfterEach
    void shut() {
        server.stop(0);
        threads.close();
    }

    private Calls calls(String path) {
        var number = new AtomicInteger();
        return () -> {
            var n = number.getAndIncrement();
            return Call.post(path, "Bearer x", "k" + n, "{\"n\":" + n + "}");
        };
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void a_closed_loop_asks_each_request_once_and_waits_for_every_answer() {
        var played = new Load(address(), 4).closed(calls("/sold"), Duration.ofMillis(300));

        assertThat(played.latencies().getTotalCount()).isEqualTo(served.get()).isPositive();
        assertThat(played.statuses()).isEqualTo(Map.of(201, (long) served.get()));
        assertThat(keys).hasSize(served.get()).contains("k0 {\"n\":0}");
        assertThat(played.otherThan(201)).isZero();
    }

    @Test
    void an_open_loop_counts_the_wait_of_those_that_were_due_behind_a_slow_answer() {
        var played = new Load(address(), 1).open(calls("/stall"), 100, Duration.ofMillis(800));

        assertThat(played.latencies().getTotalCount()).isEqualTo(80);
        // One answer was slow; of the 40 that were due meanwhile, half waited longer than half.
        assertThat(
                        played.latencies()
                                .getCountBetweenValues(
                                        Duration.ofMillis(STALL_MS / 2).toNanos(),
                                        Long.MAX_VALUE / 2))
                .isGreaterThan(15);
    }

    @Test
    void an_open_loop_asks_all_that_are_due_each_once() {
        var played = new Load(address(), 4).open(calls("/sold"), 500, Duration.ofMillis(600));

        assertThat(played.latencies().getTotalCount()).isEqualTo(300);
        assertThat(served).hasValue(300);
        assertThat(keys).hasSize(300).contains("k0 {\"n\":0}", "k299 {\"n\":299}");
        assertThat(played.waits().unsent()).isZero();
    }

    @Test
    void those_that_found_no_connection_free_are_counted_with_their_wait() {
        var played = new Load(address(), 1).open(calls("/stall"), 100, Duration.ofMillis(800));

        assertThat(played.waits().most()).isBetween(20, 80);
        assertThat(Duration.ofNanos(played.waits().nanos()))
                .isBetween(Duration.ofMillis(20 * STALL_MS / 2), Duration.ofSeconds(80));
    }

    @Test
    void calls_without_a_free_session_are_counted_as_not_sent() {
        var played =
                new Load(address(), 1)
                        .open(calls("/stall"), new Pace.Open(100, 30), Duration.ofMillis(300), 10);

        assertThat(played.waits().unsent()).isEqualTo(20);
        assertThat(played.statuses()).isEqualTo(Map.of(201, 10L));
        assertThat(played.otherThan(201)).isEqualTo(20);
    }

    @Test
    void an_answer_that_does_not_come_is_counted() {
        var played = new Load(address(), 2).open(calls("/break"), 100, Duration.ofMillis(200));

        assertThat(played.statuses()).isEqualTo(Map.of(0, 20L));
        assertThat(played.latencies().getTotalCount()).isZero();
        assertThat(played.otherThan(201)).isEqualTo(20);
    }

    @Test
    void a_list_that_ends_too_early_breaks_the_load_off() {
        var load = new Load(address(), 2);

        assertThatThrownBy(() ->
                        load.closed(
                                () -> {
                                    throw new IllegalStateException("all have eaten");
                                },
                                Duration.ofMillis(200)))
                .hasStackTraceContaining("all have eaten");
    }

    @Test
    void a_service_that_is_not_there_breaks_the_load_off() {
        var load = new Load(address(), 2);
        server.stop(0);

        assertThatThrownBy(() -> load.closed(calls("/sold"), Duration.ofMillis(200)))
                .hasMessageContaining("nobody listens");
    }

    @Test
    void refusals_are_counted_by_their_status() {
        var played = new Load(address(), 2).closed(calls("/refuse"), Duration.ofMillis(100));

        assertThat(played.otherThan(201)).isEqualTo(played.latencies().getTotalCount());
    }
}

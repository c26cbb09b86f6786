package org.nuancan.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

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
            return Call.post(address(), path, "Bearer x", "k" + n, "{\"n\":" + n + "}");
        };
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void a_closed_loop_asks_each_request_once_and_waits_for_every_answer() throws Exception {
        var played = new Load(address(), 4).closed(calls("/sold"), Duration.ofMillis(300));

        assertThat(played.latencies().getTotalCount()).isEqualTo(served.get()).isPositive();
        assertThat(played.statuses()).isEqualTo(Map.of(201, (long) served.get()));
        assertThat(keys).hasSize(served.get()).contains("k0 {\"n\":0}");
        assertThat(played.otherThan(201)).isZero();
    }

    @Test
    void an_open_loop_counts_the_wait_of_those_that_were_due_behind_a_slow_answer()
            throws Exception {
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
    void refusals_are_counted_by_their_status() throws Exception {
        var played = new Load(address(), 2).closed(calls("/refuse"), Duration.ofMillis(100));

        assertThat(played.otherThan(201)).isEqualTo(played.latencies().getTotalCount());
    }
}

package org.nuancan.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/// Serves `GET /prometheus` on the management port, which callers of the service cannot reach. The
/// framework would move `/health` and `/info` to that port too, but they belong to the service's
/// port.
@Context
@Requires(property = "nuancan.management.port")
final class MetricsPort {

    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final HttpServer server;

    MetricsPort(
            PrometheusMeterRegistry registry,
            @Property(name = "nuancan.management.host", defaultValue = "0.0.0.0") String host,
            @Property(name = "nuancan.management.port") int port)
            throws IOException {
        this.registry = registry;
        server = HttpServer.create(new InetSocketAddress(host, port), 16);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var _ = server.createContext("/prometheus", this::answer);
        server.start();
    }

    /// The port number.
    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = registry.scrape().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", FORMAT);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @PreDestroy
    void close() {
        server.stop(0);
    }
}

package org.nuancan.standalone;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nuancan.console.page.Console;
import org.nuancan.db.Migrate;
import org.nuancan.demo.DemoDistrict;
import org.nuancan.engine.EmbeddedMariaDb;
import org.nuancan.engine.EmbeddedRedis;
import org.slf4j.LoggerFactory;

/// The engines, the service with the demo district, and the console; they end in reverse order of
/// their start.
final class Everything implements AutoCloseable {

    /// Distance of the metrics port from the service's port.
    private static final int MANAGEMENT = 10;

    static final String SCHEMA = "nuancan";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final String host;
    private final int port;

    private Everything(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /// Starts everything; returns once the demo district is loaded.
    ///
    /// @throws CannotStart if the user can remove the cause
    static Everything start(String host, int port, Path data, boolean fresh) {
        var everything = new Everything(host, port);
        try {
            everything.startOn(data, fresh);
            return everything;
        } catch (RuntimeException exception) {
            everything.close();
            throw exception;
        }
    }

    private void startOn(Path data, boolean fresh) {
        var steps = new Steps();
        requireFree(port);
        requireFree(port + 1);
        requireFree(port + MANAGEMENT);
        var folder = opened(DataFolder.open(data, fresh));
        System.setProperty("nuancan.log.file", folder.path().resolve("nuancan.log").toString());
        steps.done("folder");
        var database = opened(EmbeddedMariaDb.start(folder.path().resolve("mariadb")));
        steps.done("database");
        var redis = opened(EmbeddedRedis.start(folder.path().resolve("redis")));
        steps.done("redis");
        var _ =
                Migrate.migrate(
                        database.jdbcUrl(SCHEMA), EmbeddedMariaDb.USER, database.password());
        steps.done("schema");
        var secrets = Secrets.in(folder.path());
        var service =
                startService(
                        serviceSettings(secrets, database, redis, folder.path().resolve("photos")));
        steps.done("service");
        var _ = service.getBean(DemoDistrict.class).load();
        steps.done("demo");
        var _ = opened(Console.start(consoleSettings(secrets)));
        service.getBean(Loading.class).finish();
        steps.done("console");
        LoggerFactory.getLogger(Everything.class).info("started, milliseconds: {}", steps);
    }

    private Map<String, Object> serviceSettings(
            Map<String, Object> secrets,
            EmbeddedMariaDb database,
            EmbeddedRedis redis,
            Path photos) {
        var settings = new LinkedHashMap<String, Object>(secrets);
        settings.put("micronaut.server.host", host);
        settings.put("micronaut.server.port", port);
        settings.put("nuancan.management.host", "127.0.0.1");
        settings.put("nuancan.management.port", port + MANAGEMENT);
        settings.putAll(database.properties(SCHEMA));
        settings.put("redis.uri", redis.uri());
        settings.put("nuancan.photos.folder", photos.toString());
        // The console signs in from this machine and passes its browser's address on.
        settings.put("nuancan.trusted-proxies", trustedProxies());
        return settings;
    }

    /// Starts the console on the next port; it calls the service over HTTP like any other client.
    private Map<String, Object> consoleSettings(Map<String, Object> secrets) {
        var settings = new LinkedHashMap<String, Object>(secrets);
        settings.put("micronaut.server.host", host);
        settings.put("micronaut.server.port", port + 1);
        settings.put("nuancan.console.api-url", "http://" + reachable() + ":" + port);
        settings.put("nuancan.console.secure-cookies", false);
        return settings;
    }

    private ApplicationContext startService(Map<String, Object> settings) {
        var context =
                opened(
                        ApplicationContext.builder()
                                .environments("embedded")
                                .properties(settings)
                                .banner(false)
                                .start());
        var _ = context.getBean(EmbeddedServer.class).start();
        return context;
    }

    private String trustedProxies() {
        var own = reachable();
        return own.matches("[0-9a-fA-F.:]+") ? "127.0.0.1,::1," + own : "127.0.0.1,::1";
    }

    /// The address at which this machine reaches a server that listens on `host`.
    private String reachable() {
        return "0.0.0.0".equals(host) ? "127.0.0.1" : host;
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    private void requireFree(int freePort) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, freePort));
        } catch (IOException | IllegalArgumentException taken) {
            throw new CannotStart(
                    "Port %d of %s is not free; take another one with --port."
                            .formatted(freePort, host));
        }
    }

    /// One line with the address and the sign-in.
    String invitation() {
        return ("Nuancan 暖餐 is at http://%s:%d (console http://%s:%d): sign in as canteen, kitchen,"
                        + " street, desk, dispatch, chaoyang, finance, city or auditor with the password"
                        + " demo-pass; Ctrl-C stops it.")
                .formatted(reachable(), port, reachable(), port + 1);
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception exception) {
                System.err.println("nuancan: a part did not end well: " + exception);
            }
        }
    }
}

package org.nuancan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/// Sends wrong sign-ins over many connections, one after another on each, until it is closed. Each
/// names another user, so that no count of failures stops them: the worst case of an attack.
final class Guesses implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final URI login;

    private Guesses(URI address) {
        login = address.resolve("/login");
    }

    static Guesses at(URI address, int count) {
        var guesses = new Guesses(address);
        for (var number = 0; number < count; number++) {
            var connection = number;
            guesses.connections.execute(() -> guesses.guess(connection));
        }
        return guesses;
    }

    private void guess(int connection) {
        for (var number = 0L; !isOver.get(); number++) {
            var body =
                    "{\"username\": \"guess-%d-%d\", \"password\": \"wrong-%d\"}"
                            .formatted(connection, number, number);
            answers.computeIfAbsent(status(body), _ -> new LongAdder()).increment();
        }
    }

    private int status(String body) {
        var request =
                HttpRequest.newBuilder(login)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /// The number of answers by status; 0 if there was no answer.
    Map<Integer, Long> statuses() {
        var statuses = new TreeMap<Integer, Long>();
        answers.forEach((status, count) -> statuses.put(status, count.sum()));
        return statuses;
    }

    @Override
    public void close() {
        isOver.set(true);
        connections.shutdown();
        try {
            if (!connections.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                var _ = connections.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}

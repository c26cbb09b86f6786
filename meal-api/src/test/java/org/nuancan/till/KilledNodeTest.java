package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.grants;
import static org.nuancan.till.Canteen.lunch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.db.embedded.Ports;
import org.nuancan.db.embedded.TestDatabase;
import org.nuancan.http.MealApi;
import org.nuancan.http.ServerUnderTest;

/// A node that dies between the commit and the answer: the till asks another node, with the same
/// key.
class KilledNodeTest {

    @TempDir private Path folder;

    @Test
    void a_sale_whose_answer_was_lost_is_answered_by_another_node_and_made_once() throws Exception {
        var database = TestDatabase.fresh();
        var canteen = Canteen.open(ServerUnderTest.start(database, Map.of()));
        var diner = canteen.entitled();
        var key = UUID.randomUUID().toString();
        var token = canteen.till().get("/v1/pos/checkouts?limit=1").status();
        assertThat(token).isEqualTo(200);
        var port = Ports.free();
        var node = start(database, port);
        try {
            await(() -> isReady(port));
            // Whatever it answers is not heard: this till is gone.
            var unheard = canteen.till().at(address(port)).with("Idempotency-Key", key);
            var _ =
                    CompletableFuture.runAsync(() -> {
                        var _ = unheard.post("/v1/pos/checkouts", lunch(diner, 1300));
                    });
            await(() -> isCommitted(canteen, key));
        } finally {
            node.destroyForcibly().waitFor();
        }

        var retried =
                canteen.till()
                        .with("Idempotency-Key", key)
                        .post("/v1/pos/checkouts", lunch(diner, 1300));

        assertThat(retried.status()).as(retried.toString()).isEqualTo(201);
        assertThat(retried.header("Idempotent-Replayed")).contains("true");
        assertThat(grants(retried)).contains("BJ-DINER 500");
        assertThat(canteen.orders()).isEqualTo(1);
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static boolean isCommitted(Canteen canteen, String key) {
        return canteen.server()
                .bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select status from idempotency_key
                                        where idempotency_key = ?
                                        """)
                                .with(key)
                                .exists());
    }

    private Process start(TestDatabase database, int port) throws IOException {
        var arguments = folder.resolve("arguments");
        var lines = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path", "")));
        lines.add("-XX:TieredStopAtLevel=1");
        lines.add("-Dmicronaut.environments=test");
        lines.add("-Dmicronaut.server.port=" + port);
        lines.add("-Dendpoints.all.port=-1");
        database.properties().forEach((name, value) -> lines.add("-D%s=%s".formatted(name, value)));
        lines.add(MealApi.class.getName());
        Files.write(arguments, lines.stream().map(line -> '"' + line + '"').toList());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                        "@" + arguments)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static boolean isReady(int port) {
        try (var http = HttpClient.newHttpClient()) {
            var keys = HttpRequest.newBuilder(address(port).resolve("/keys")).build();
            return http.send(keys, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}

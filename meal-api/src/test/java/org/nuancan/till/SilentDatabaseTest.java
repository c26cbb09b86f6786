package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nuancan.http.NodeProcess;

/// Input 41: every connection of a node to its database is half-open for a while.
class SilentDatabaseTest {

    private static final BadNetwork NETWORK = new BadNetwork();

    @AfterAll
    static void end() {
        NETWORK.close();
    }

    @Test
    void tills_get_503_in_time_the_node_is_not_ready_and_it_sells_soon_after() {
        var tills = new ArrayList<BooleanSupplier>(NETWORK.sellers());
        tills.add(() -> NETWORK.quote().status() > 0);
        tills.add(() ->
                ask("sign-in", "/login", Map.of("username", "nobody", "password", "wrong-one")));

        NETWORK.during(
                () -> {
                    NETWORK.proxy.swallow();
                    NodeProcess.await(() -> !NETWORK.isReady());
                    // The answers of those who waited, and of those who came while it was down.
                    var before = NETWORK.answers.size();
                    NodeProcess.await(() -> NETWORK.answers.size() > before + 50);
                    assertHealthAnswersAtOnce();
                },
                tills);
        NETWORK.proxy.heal();
        var first = NETWORK.untilASaleSucceeds();

        assertThat(first).isLessThan(Duration.ofSeconds(5));
        NodeProcess.await(NETWORK::isReady);
        assertThat(NETWORK.answers.stream().filter(one -> one.reply().status() == 503))
                .isNotEmpty();
        NETWORK.answers.removeIf(one ->
                one.of().equals("sign-in") && List.of(401, 429).contains(one.reply().status()));
        NETWORK.assertNothingWasLost();
    }

    private static boolean ask(String of, String path, Object body) {
        var _ = NETWORK.post(of, NETWORK.till, path, body);
        return true;
    }

    private static void assertHealthAnswersAtOnce() {
        var began = System.nanoTime();
        var health = NETWORK.near.get("/health");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.text("/status")).isEqualTo("DOWN");
    }
}

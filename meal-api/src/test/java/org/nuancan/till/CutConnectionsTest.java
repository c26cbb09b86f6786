package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nuancan.http.NodeProcess;

/// Input 42: connections that are cut in the middle of statements and of commits, and a database
/// that refuses connections.
class CutConnectionsTest {

    private static final BadNetwork NETWORK = new BadNetwork();

    @AfterAll
    static void end() {
        NETWORK.close();
    }

    @Test
    void sales_quotes_and_refunds_whose_connections_are_cut_succeed_or_get_503() {
        NETWORK.during(
                () -> {
                    for (var cut = 0; cut < 30; cut++) {
                        var before = NETWORK.answers.size();
                        NodeProcess.await(() -> NETWORK.answers.size() > before + 10);
                        NETWORK.proxy.cut();
                    }
                },
                all());

        assertThat(NETWORK.untilASaleSucceeds()).isLessThan(Duration.ofSeconds(5));
        NETWORK.assertNothingWasLost();
    }

    @Test
    void while_connections_are_refused_answers_are_in_time_and_health_is_503() {
        NETWORK.during(
                () -> {
                    NETWORK.proxy.refuse();
                    NodeProcess.await(() -> !NETWORK.isReady());
                    var before = NETWORK.answers.size();
                    NodeProcess.await(() -> NETWORK.answers.size() > before + 50);
                    var began = System.nanoTime();
                    assertThat(NETWORK.near.get("/health").status()).isEqualTo(503);
                    assertThat(Duration.ofNanos(System.nanoTime() - began))
                            .isLessThan(Duration.ofSeconds(1));
                },
                all());
        NETWORK.proxy.heal();

        assertThat(NETWORK.untilASaleSucceeds()).isLessThan(Duration.ofSeconds(5));
        NETWORK.assertNothingWasLost();
    }

    @Test
    void a_commit_whose_answer_is_lost_is_looked_up_and_stored_once() {
        for (var sale = 0; sale < 10; sale++) {
            var reachServer = sale % 2 == 0;
            NETWORK.proxy.cutCommits(1, reachServer);

            assertThat(NETWORK.untilASaleSucceeds()).isLessThan(Duration.ofSeconds(5));
        }

        assertThat(NETWORK.proxy.commitsCut()).isGreaterThanOrEqualTo(10);
        NETWORK.assertNothingWasLost();
    }

    @Test
    void over_a_slow_network_a_meal_is_sold() {
        NETWORK.proxy.delay(Duration.ofMillis(50));
        var _ = NETWORK.sellOnce();
        NETWORK.proxy.heal();

        NETWORK.assertNothingWasLost();
    }

    private static List<BooleanSupplier> all() {
        var tills = new ArrayList<>(NETWORK.sellers());
        var sold = NETWORK.sellOnce();
        // The same key each time: a refund whose answer was lost is made once.
        var refunds = NETWORK.till.withNewKey();
        tills.add(() -> {
            var _ = NETWORK.quote();
            return true;
        });
        tills.add(() -> {
            var refunded =
                    NETWORK.post(
                            "refund",
                            refunds,
                            "/v1/pos/checkouts/" + sold.text("/orderId") + "/refunds",
                            "{\"reason\": \"不吃了\", \"items\": null}");
            return refunded.status() >= 500;
        });
        return tills;
    }
}

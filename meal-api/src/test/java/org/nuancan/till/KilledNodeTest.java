package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.grants;
import static org.nuancan.till.Canteen.lunch;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.NodeProcess;
import org.nuancan.http.ServerUnderTest;

/// A node that dies between the commit and the answer: the till asks another node, with the same
/// key.
class KilledNodeTest {

    private static final int CROWD = 40;

    @TempDir private Path folder;

    @Test
    void a_sale_whose_answer_was_lost_is_answered_by_another_node_and_made_once() throws Exception {
        var database = TestDatabase.fresh();
        var canteen = Canteen.open(ServerUnderTest.start(database, Map.of()));
        var diner = canteen.entitled();
        var key = UUID.randomUUID().toString();
        var token = canteen.till().get("/v1/pos/checkouts?limit=1").status();
        assertThat(token).isEqualTo(200);
        try (var node = NodeProcess.start(database, folder)) {
            // Whatever it answers is not heard: this till is gone.
            var unheard = canteen.till().at(node.address()).with("Idempotency-Key", key);
            var _ =
                    CompletableFuture.runAsync(() -> {
                        var _ = unheard.post("/v1/pos/checkouts", lunch(diner, 1300));
                    });
            NodeProcess.await(() -> isCommitted(canteen, key));
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

    @Test
    void of_a_crowd_at_two_nodes_of_which_one_is_killed_each_sale_is_made_once() throws Exception {
        var database = TestDatabase.fresh();
        var canteen = Canteen.open(ServerUnderTest.start(database, Map.of()));
        var sales =
                IntStream.range(0, CROWD)
                        .mapToObj(_ -> Map.entry(UUID.randomUUID().toString(), canteen.entitled()))
                        .toList();
        try (var node = NodeProcess.start(database, folder);
                var tills = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < CROWD; i++) {
                var till = i % 2 == 0 ? canteen.till() : canteen.till().at(node.address());
                var sale = sales.get(i);
                var _ =
                        tills.submit(() ->
                                till.with("Idempotency-Key", sale.getKey())
                                        .post("/v1/pos/checkouts", lunch(sale.getValue(), 1300)));
            }
            NodeProcess.await(() -> isCommitted(canteen, sales.get(1).getKey()));
            node.kill();
        }

        for (var sale : sales) {
            var retried =
                    canteen.till()
                            .with("Idempotency-Key", sale.getKey())
                            .post("/v1/pos/checkouts", lunch(sale.getValue(), 1300));
            assertThat(retried.status()).as(retried.toString()).isEqualTo(201);
            assertThat(grants(retried)).contains("BJ-DINER 500");
        }
        assertThat(canteen.orders()).isEqualTo(CROWD);
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
}

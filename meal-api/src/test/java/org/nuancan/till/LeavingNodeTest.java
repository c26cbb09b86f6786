package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.NOBODY;
import static org.nuancan.till.Canteen.sale;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.Client;
import org.nuancan.http.NodeProcess;
import org.nuancan.http.ServerUnderTest;

/// Input 45: a node gets SIGTERM, as in a release.
class LeavingNodeTest {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    @TempDir private Path folder;

    @Test
    void an_idle_node_ends_in_time() throws Exception {
        var database = TestDatabase.fresh();
        try (var node = NodeProcess.start(database, folder)) {
            assertThat(node.terminate(LONGEST)).isIn(0, 143);
        }
    }

    @Test
    void a_node_that_sells_ends_in_time_and_tills_notice_a_retry_at_most() throws Exception {
        var database = TestDatabase.fresh();
        var canteen = Canteen.open(ServerUnderTest.start(database, Map.of()));
        var replies = new ConcurrentLinkedQueue<Integer>();
        var sold = new ConcurrentLinkedQueue<String>();
        var over = new AtomicBoolean();
        int code;
        try (var node = NodeProcess.start(database, folder);
                var tills = Executors.newVirtualThreadPerTaskExecutor()) {
            var till = canteen.till().at(node.address());
            IntStream.range(0, 8)
                    .forEach(_ -> {
                        var _ =
                                tills.submit(() -> {
                                    while (!over.get() && sell(till, replies, sold)) {
                                        Thread.onSpinWait();
                                    }
                                });
                    });
            NodeProcess.await(() -> sold.size() > 50);
            code = node.terminate(LONGEST);
            over.set(true);
        }

        assertThat(code).isIn(0, 143);
        assertThat(replies).allSatisfy(status -> assertThat(status).isIn(201, 503));
        sold.forEach(key -> {
            var again =
                    canteen.till()
                            .with("Idempotency-Key", key)
                            .post("/v1/pos/checkouts", sale(NOBODY, 1800));
            assertThat(again.header("Idempotent-Replayed")).contains("true");
        });
        assertThat(Canteen.sum(canteen.balances())).isZero();
    }

    /// @return false once the node takes no connection any more
    private static boolean sell(Client till, Queue<Integer> replies, Queue<String> sold) {
        var key = UUID.randomUUID().toString();
        try {
            var reply =
                    till.with("Idempotency-Key", key).post("/v1/pos/checkouts", sale(NOBODY, 1800));
            replies.add(reply.status());
            if (reply.status() == 201) {
                sold.add(key);
            }
            return true;
        } catch (UncheckedIOException _) {
            return false;
        }
    }
}

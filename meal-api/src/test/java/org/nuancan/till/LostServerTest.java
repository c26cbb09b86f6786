package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.nuancan.db.Migrate;
import org.nuancan.http.NodeProcess;

/// Three MySQL servers in a replication group while tills sell: the primary is switched, killed,
/// and the majority is lost. The deadlines are those of production.
@Tag("prove")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LostServerTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Map<String, Object> PRODUCTION =
            Map.of(
                    "nuancan.request.deadline", "6s",
                    "nuancan.database.statement-timeout", "4s",
                    "nuancan.database.pool-timeout", "3s",
                    "nuancan.database.probe-timeout", "2s");

    private static ServerGroup group;
    private static SellingNode node;

    /// A step that changes the group.
    private interface Change {
        void happens() throws SQLException, IOException;
    }

    @BeforeAll
    static void start() throws SQLException {
        var started = ServerGroup.start();
        assumeTrue(started.isPresent(), "three MySQL servers do not start here");
        group = started.get();
        var database = group.database("nuancan");
        var _ = Migrate.migrate(database.jdbcUrl(), database.user(), database.password());
        node = new SellingNode(database, database, PRODUCTION);
    }

    @AfterAll
    static void end() {
        if (group != null) {
            group.close();
        }
    }

    @Test
    @Order(1)
    void after_a_planned_switch_of_the_primary_tills_sell_within_10_s() throws Exception {
        var before = group.primary();

        var took = sellingAgainAfter("the switch of the primary", group::switchPrimary);

        assertThat(group.primary()).isNotEqualTo(before);
        assertThat(took).isLessThan(SOON);
        node.assertNothingWasLost();
    }

    @Test
    @Order(2)
    void after_the_primary_is_killed_tills_sell_within_10_s() throws Exception {
        var killed = group.primary();

        var took = sellingAgainAfter("kill -9 of the primary", () -> group.kill(killed));

        assertThat(took).isLessThan(SOON);
        node.assertNothingWasLost();
        group.startAgain(killed);
        assertThat(group.primary()).isNotEqualTo(killed);
    }

    @Test
    @Order(3)
    void without_a_majority_every_request_ends_and_the_node_is_not_ready() throws Exception {
        var primary = group.primary();
        var others = group.ports().filter(port -> port != primary).toArray();

        node.during(
                () -> {
                    for (var port : others) {
                        unchecked(() -> group.kill(port));
                    }
                    NodeProcess.await(() -> !node.isReady());
                    var before = node.answers.size();
                    NodeProcess.await(() -> node.answers.size() > before + 50);
                },
                new ArrayList<>(node.sellers()));

        assertThat(node.isReady()).isFalse();
        assertThat(node.answers).allSatisfy(answer -> assertThat(answer.isRight()).isTrue());
    }

    /// Lets tills sell while the group changes, until all sell again.
    ///
    /// @return the longest time without an acknowledged sale
    private static Duration sellingAgainAfter(String what, Change change) {
        var from = System.nanoTime();
        var sold = node.sold();
        node.during(
                () -> {
                    NodeProcess.await(() -> node.sold() > sold + 100);
                    unchecked(change);
                    var before = node.sold();
                    NodeProcess.await(() -> node.sold() > before + 200);
                },
                new ArrayList<>(node.sellers()));
        var pause = node.longestPause(from);
        System.out.printf("after %s: no sale for %d ms%n", what, pause.toMillis());
        return pause;
    }

    private static void unchecked(Change change) {
        try {
            change.happens();
        } catch (SQLException | IOException exception) {
            throw new IllegalStateException(exception);
        }
    }
}

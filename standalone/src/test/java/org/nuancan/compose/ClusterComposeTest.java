package org.nuancan.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nuancan.compose.ProxyTill.Answer;

/// `docker compose` with three database servers in a group: the primary's container is killed
/// between sales and joins again.
@Tag("prove")
@Timeout(value = 12, unit = TimeUnit.MINUTES)
final class ClusterComposeTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir private static Path folder;

    private static ComposeProject project;

    @BeforeAll
    static void up() throws IOException {
        project =
                ComposeProject.prepare(
                        PackagedModules.rootOrSkip(), folder, "deploy/compose.cluster.yml");
        project.up();
    }

    @AfterAll
    static void down() {
        if (project != null) {
            project.close();
        }
    }

    @Test
    void tills_sell_within_10_s_after_the_primary_is_killed_and_it_joins_again() {
        var password = project.setting("NUANCAN_FIRST_ADMINISTRATOR_PASSWORD");
        var till = ProxyTill.open(project.service(), password);
        var sold = new ArrayList<Answer>();
        for (var sale = 0; sale < 20; sale++) {
            sold.add(till.sell());
        }
        assertThat(sold).allSatisfy(sale -> assertThat(sale.status()).isEqualTo(201));
        assertThat(online("mysql-1")).isEqualTo("3\n");

        project.kill("mysql-1");
        var began = System.nanoTime();
        MachineCommands.await(() -> {
            var sale = till.sell();
            assertThat(sale.status()).as(sale.toString()).isIn(201, 503);
            sold.add(sale);
            return sale.status() == 201;
        });
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                "after kill of the primary's container: sold after %d ms%n", took.toMillis());

        assertThat(took).isLessThan(SOON);
        assertThat(ordersOf(sold))
                .isEqualTo(String.valueOf(sold.stream().filter(ClusterComposeTest::is201).count()));
        assertThat(sql("mysql-2-1", "select sum(fen) from posting").strip()).isEqualTo("0");
        project.start("mysql-1");
        MachineCommands.await(() -> online("mysql-1").equals("3\n"));
        assertThat(till.sell().status()).isEqualTo(201);
    }

    private static boolean is201(Answer answer) {
        return answer.status() == 201;
    }

    private static String ordersOf(List<Answer> answers) {
        var ids =
                answers.stream()
                        .filter(ClusterComposeTest::is201)
                        .map(sale -> sale.text("/orderId"))
                        .toList();
        return sql(
                        "mysql-2-1",
                        "select count(*) from meal_order where order_id in (%s)"
                                .formatted(String.join(",", ids)))
                .strip();
    }

    /// How many members of the group are online, as one of them says.
    private static String online(String container) {
        return sql(
                container,
                "select count(*) from performance_schema.replication_group_members"
                        + " where member_state = 'ONLINE'");
    }

    private static String sql(String container, String statement) {
        return project.sqlAt(container, "root", project.setting("DB_ROOT_PASSWORD"), statement);
    }
}

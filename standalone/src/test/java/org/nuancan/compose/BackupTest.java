package org.nuancan.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nuancan.compose.ProxyTill.Answer;

/// `deploy/backup` while tills sell, and `deploy/restore` into another server.
@Tag("prove")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class BackupTest {

    private static final int TILLS = 3;

    @TempDir private static Path folder;

    private static ComposeProject project;

    @BeforeAll
    static void up() throws IOException {
        project = ComposeProject.prepare(PackagedModules.rootOrSkip(), folder);
        project.up();
    }

    @AfterAll
    static void down() {
        if (project != null) {
            project.close();
        }
    }

    @Test
    void a_backup_made_during_sales_has_all_of_a_sale_or_nothing() throws Exception {
        var file = folder.resolve("backup.sql.gz");
        var over = new AtomicBoolean();
        var before = new ArrayList<Answer>();
        try (var threads = Executors.newFixedThreadPool(TILLS)) {
            var selling = new ArrayList<Callable<List<Answer>>>();
            for (var i = 0; i < TILLS; i++) {
                var till =
                        ProxyTill.open(
                                project.service(),
                                project.setting("NUANCAN_FIRST_ADMINISTRATOR_PASSWORD"));
                for (var sale = 0; sale < 20; sale++) {
                    before.add(till.sell());
                }
                selling.add(() -> till.sellUntil(over));
            }
            var during = selling.stream().map(threads::submit).toList();
            try {
                RestoredServer.backUp(project, "mysql-1", file);
            } finally {
                over.set(true);
            }
            for (var sales : during) {
                assertThat(sales.get(30, TimeUnit.SECONDS))
                        .isNotEmpty()
                        .allSatisfy(sale ->
                                assertThat(sale.status()).as(sale.toString()).isEqualTo(201));
            }
        }

        restoreAndCompare(file, before.stream().map(sale -> sale.text("/orderId")).toList());
    }

    private static void restoreAndCompare(Path file, List<String> soldBefore) {
        try (var server = RestoredServer.start(project)) {
            server.restore(file);

            assertThat(
                            server.number(
                                    "select count(*) from meal_order where order_id in (%s)"
                                            .formatted(String.join(",", soldBefore))))
                    .isEqualTo(soldBefore.size());
            assertThat(server.number("select count(*) from meal_order"))
                    .isEqualTo(server.number("select count(*) from journal where kind = 'MEAL'"))
                    .isEqualTo(
                            server.number(
                                    """
                                    select count(*) from idempotency_key
                                    where caller in (select terminal from meal_order)
                                    """));
            assertThat(
                            server.number(
                                    """
                                    select count(*) from (select journal_id from posting
                                        group by journal_id having sum(fen) <> 0) as unbalanced
                                    """))
                    .isZero();
            var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
            assertThat(server.verify(today)).contains("\"different");
        }
    }
}

package org.nuancan.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `docker compose up` from the built jars: every service is healthy, the proxy passes a sale, and
/// a node stops and restarts during sales.
///
/// Runs where a Docker engine has the images and the modules are packaged, as `./nuancan test`
/// does.
@Timeout(value = 8, unit = TimeUnit.MINUTES)
final class ComposeTest {

    private static final int TILLS = 3;

    @TempDir private static Path folder;

    private static ComposeProject project;
    private static List<ProxyTill> tills;

    @BeforeAll
    static void up() throws IOException {
        project = ComposeProject.prepare(PackagedModules.rootOrSkip(), folder);
        project.up();
        var password = project.setting("NUANCAN_FIRST_ADMINISTRATOR_PASSWORD");
        tills = new ArrayList<>();
        for (var till = 0; till < TILLS; till++) {
            tills.add(ProxyTill.open(project.service(), password));
        }
    }

    @AfterAll
    static void down() {
        if (project != null) {
            project.close();
        }
    }

    @Test
    void a_meal_is_sold_through_the_proxy_and_the_console_answers() throws Exception {
        var sold = tills.getFirst().sell();

        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        assertThat(sold.at("/elderPaysFen").longValue()).isEqualTo(1800);
        assertThat(status(project.console().resolve("/health"))).isEqualTo(200);
    }

    @Test
    void the_service_reads_and_writes_rows_and_changes_no_table() {
        var service = project.setting("DB_PASSWORD");

        assertThat(project.sql("nuancan", service, "select count(*) from division"))
                .matches("\\d+\\n");
        assertThat(project.sql("nuancan", service, "create table mine (id int primary key)"))
                .contains("denied");
        assertThat(project.sql("nuancan", service, "drop table journal")).contains("denied");
        assertThat(project.sql("nuancan", service, "drop trigger posting_is_never_updated"))
                .contains("denied");
    }

    @Test
    void the_books_refuse_changes_by_the_owner_of_the_tables_too() {
        assertThat(tills.getFirst().sell().status()).isEqualTo(201);

        assertThat(
                        project.sql(
                                "nuancan_owner",
                                project.setting("DB_OWNER_PASSWORD"),
                                "update posting set fen = fen + 1"))
                .contains("ERROR");
    }

    @Test
    void a_node_that_stops_and_starts_under_sales_fails_no_sale() throws Exception {
        var over = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(TILLS)) {
            var selling =
                    tills.stream().map(till -> threads.submit(() -> till.sellUntil(over))).toList();
            try {
                project.stop("meal-api-1");
                project.start("meal-api-1");
            } finally {
                over.set(true);
            }
            for (var till : selling) {
                assertThat(till.get(30, TimeUnit.SECONDS))
                        .hasSizeGreaterThan(20)
                        .allSatisfy(answer ->
                                assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
            }
        }
    }

    private static int status(URI address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address).build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}

package org.nuancan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.demo.lunch.Disagreement;
import org.nuancan.demo.lunch.Play;
import org.nuancan.engine.TestDatabase;

/// One service, one district, two lunches: a story in a fixed order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {

    private static final int CHECKOUTS = 100;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private ApplicationContext context = ApplicationContext.builder().build();
    private URI url = URI.create("");

    @BeforeAll
    void start() {
        var settings = new HashMap<String, Object>(TestDatabase.fresh().properties());
        settings.put("micronaut.server.port", -1);
        settings.put("endpoints.all.port", -1);
        context =
                ApplicationContext.builder()
                        .environments("embedded")
                        .properties(settings)
                        .exclude("org.nuancan.console")
                        .start();
        url = context.getBean(EmbeddedServer.class).start().getURI();
    }

    @AfterAll
    void end() {
        context.close();
    }

    @Test
    @Order(1)
    void the_district_is_loaded_once_and_whole() {
        var district = context.getBean(DemoDistrict.class);

        assertThat(district.load()).isTrue();
        assertThat(district.load()).isFalse();

        assertThat(count("elder")).isEqualTo(20_000);
        assertThat(count("card")).isEqualTo(20_000);
        // 40 in Chaoyang, one in Dongcheng.
        assertThat(count("site")).isEqualTo(40 + 1);
        // Twelve people and a terminal.
        assertThat(count("account")).isEqualTo(12 + 1);
    }

    @Test
    @Order(2)
    void a_lunch_is_sold_refused_refunded_and_closed_and_the_books_agree() {
        var outcome = play();

        // In addition to the sales of the queue: the first sale, the sales with the code, the
        // reference and the key, and those of the outage.
        assertThat(outcome.orders()).isEqualTo(1 + CHECKOUTS + 3 + 6 + 3);
        assertThat(outcome.offline())
                .isEqualTo(
                        Map.of("ACCEPTED", 6, "ACCEPTED_LESS", 3, "DUPLICATE", 5, "REJECTED", 3));
        assertThat(outcome.refusals()).isGreaterThan(30);
        assertThat(outcome.refunds()).isBetween(5, 10);
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("账实相符", "合计 · sum");
    }

    @Test
    @Order(3)
    void the_next_lunch_is_on_another_day_and_says_the_same() {
        var first = play();
        var second = play();

        assertThat(second.date()).isAfter(first.date());
        assertThat(second.orders()).isEqualTo(first.orders());
        assertThat(second.contentHash()).isNotEqualTo(first.contentHash());
    }

    @Test
    @Order(4)
    void every_step_of_the_conformance_script_passes() throws Exception {
        var said = conformance("--url", url.toString());

        assertThat(said).startsWith("0 PASS").contains("everything passed").doesNotContain("FAIL");
    }

    @Test
    @Order(5)
    void the_conformance_script_notices_wrong_signatures_and_a_missing_service() throws Exception {
        var answers = Files.createTempFile("answers", ".json");
        Files.writeString(answers, "{\"cardHashes\": [], \"signatures\": []}");

        assertThat(conformance("--answers", answers.toString())).startsWith("1 FAIL");
        assertThat(conformance("--url", "http://127.0.0.1:1"))
                .startsWith("2 PASS")
                .contains("no answer from http://127.0.0.1:1");
    }

    private static String conformance(String... arguments) throws Exception {
        var here = Path.of("tools/conformance");
        var script = Files.exists(here) ? here : Path.of("..").resolve(here);
        var command = new ArrayList<>(List.of("python3", script.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }

    @Test
    @Order(6)
    void where_nobody_listens_one_sentence_says_so() {
        var nowhere = new Play.Size(URI.create("http://127.0.0.1:1"), 1, 2);

        assertThatThrownBy(() -> Play.play(nowhere, new PrintStream(shown), done -> {}))
                .isInstanceOf(Disagreement.class)
                .hasMessageContaining("no answer from http://127.0.0.1:1");
    }

    private Play.Outcome play() {
        var out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return Play.play(new Play.Size(url, CHECKOUTS, 4), out, done -> {});
    }

    private long count(String table) {
        return context.getBean(Transactions.class)
                .<Long>reading(connection ->
                        Sql.on(connection, "select count(*) as n from " + table)
                                .one(row -> row.number("n")));
    }
}

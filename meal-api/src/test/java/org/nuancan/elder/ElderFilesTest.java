package org.nuancan.elder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.elder.ElderDoorTest.elder;
import static org.nuancan.elder.ElderDoorTest.registered;
import static org.nuancan.elder.ElderFixture.anyIdNumber;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.slf4j.LoggerFactory;

/// Elders that are looked for, that come as files, and that stand nowhere in the clear.
class ElderFilesTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Client OFFICER =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));

    @Test
    void a_search_takes_exactly_one_clue() {
        var number = anyIdNumber();
        var elderId = registered(number.value());

        var found = search(Map.of("idNumber", number.value()));
        assertThat(found.text("/items/0/elderId")).isEqualTo(elderId);
        assertThat(found.at("/next").isNull()).isTrue();
        assertThat(search(Map.of("idNumber", anyIdNumber().value())).at("/items")).isEmpty();
        assertThat(search(Map.of("cardNumber", "nobodys")).at("/items")).isEmpty();
        assertThat(search(Map.of("idNumber", "1")).code()).isEqualTo("ID_NUMBER_INVALID");
        assertThat(search(Map.of()).code()).isEqualTo("REQUEST_INVALID");
        assertThat(search(Map.of("name", "张三生", "phone", "1")).code()).isEqualTo("REQUEST_INVALID");
    }

    @Test
    void a_search_goes_page_by_page() {
        var phone = Integer.toString(700_000_000 + (int) (System.nanoTime() % 90_000_000));
        var ids = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            var elderId = registered();
            assertThat(
                            OFFICER.patch(
                                            "/v1/elders/" + elderId,
                                            Map.of("version", 1, "phone", phone))
                                    .status())
                    .isEqualTo(200);
            ids.add(elderId);
        }
        var first = OFFICER.post("/v1/elders/search?limit=2", Map.of("phone", phone));
        var second =
                OFFICER.post(
                        "/v1/elders/search?limit=2&after=" + first.text("/next"),
                        Map.of("phone", phone));

        assertThat(first.json().findValuesAsText("elderId"))
                .containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(second.json().findValuesAsText("elderId"))
                .containsExactlyElementsOf(ids.subList(2, 3));
        assertThat(second.at("/next").isNull()).isTrue();
    }

    private static Reply search(Map<String, String> clue) {
        return OFFICER.post("/v1/elders/search", clue);
    }

    @Test
    void a_file_is_imported_as_body_and_as_form_and_its_faults_are_a_file() {
        var good = anyIdNumber().value();
        var bad = "110105194912310021";
        var text = "姓名,身份证号,居住区划\n好,%s,110105012\n=坏,%s,110105012\n".formatted(good, bad);

        var job = OFFICER.send("POST", "/v1/elder-imports", "text/csv", text);

        assertThat(job.status()).isEqualTo(201);
        assertThat(job.text("/state")).isEqualTo("DONE");
        assertThat(job.number("/imported")).isEqualTo(1);
        assertThat(job.number("/faults")).isEqualTo(1);
        var faults = OFFICER.get(job.text("/faultsUrl"));
        assertThat(faults.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(faults.body().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("3,idNumber,ID_NUMBER_INVALID,")
                .doesNotContain(bad);
        assertThat(OFFICER.get("/v1/elder-imports/" + job.text("/importId")).json())
                .isEqualTo(job.json());
        var dongcheng = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));
        assertThat(dongcheng.get(job.text("/faultsUrl")).status()).isEqualTo(404);

        var form =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n"
                        + text
                        + "\r\n--b--\r\n";
        var again =
                OFFICER.send("POST", "/v1/elder-imports", "multipart/form-data; boundary=b", form);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.number("/imported")).isZero();
        assertThat(again.number("/faults")).isEqualTo(2);
        assertThat(OFFICER.send("POST", "/v1/elder-imports", "text/csv", "a,b\n").code())
                .isEqualTo("IMPORT_UNREADABLE");
    }

    @Test
    void nothing_that_names_a_person_stands_in_the_clear_in_any_table_or_log() {
        var number = anyIdNumber().value();
        var secrets = List.of(number, "13712345678", "静巷 9 号", "钱隐之", "钱小隐", "证 X-771");
        var body =
                elder(number)
                        .replace("13800138000", secrets.get(1))
                        .replace("某街 1 号", secrets.get(2))
                        .replace("张三生", secrets.get(3))
                        .replace("张小生", secrets.get(4))
                        .replace("低保证 7", secrets.get(5));
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        root.addAppender(log);
        var ours = (Logger) LoggerFactory.getLogger("org.nuancan");
        var level = ours.getLevel();
        ours.setLevel(Level.TRACE);
        try {
            var made = OFFICER.withNewKey().post("/v1/elders", body);
            assertThat(made.status()).isEqualTo(201);
            var path = "/v1/elders/" + made.text("/elderId");
            assertThat(search(Map.of("idNumber", number)).status()).isEqualTo(200);
            assertThat(OFFICER.patch(path, Map.of("version", 1, "careGrade", 1)).status())
                    .isEqualTo(200);
            var csv = "姓名,身份证号,居住区划\n好,%s,110105012\n".formatted(number);
            assertThat(OFFICER.send("POST", "/v1/elder-imports", "text/csv", csv).status())
                    .isEqualTo(201);
            assertThat(OFFICER.withNewKey().post("/v1/elders", elder(number)).status())
                    .isEqualTo(409);
        } finally {
            root.detachAppender(log);
            ours.setLevel(level);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> secrets.stream().anyMatch(line::contains));
        assertThat(tables()).contains("elder", "idempotency_key", "elder_import_part");
        for (var table : tables()) {
            var cells = dump(table);
            for (var secret : secrets) {
                assertThat(cells).as(table).noneMatch(cell -> cell.contains(asBytes(secret)));
            }
        }
    }

    private static List<String> tables() {
        return SERVER.bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select table_name as name
                                        from information_schema.tables
                                        where table_schema = database()
                                        """)
                                .list(row -> row.text("name")));
    }

    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static List<String> dump(String table) {
        return SERVER.bean(Transactions.class)
                .reading(connection -> {
                    try (var statement = connection.createStatement();
                            var rows = statement.executeQuery("select * from `" + table + "`")) {
                        var cells = new ArrayList<String>();
                        var columns = rows.getMetaData().getColumnCount();
                        while (rows.next()) {
                            for (var column = 1; column <= columns; column++) {
                                var bytes = rows.getBytes(column);
                                cells.add(
                                        bytes == null
                                                ? ""
                                                : new String(bytes, StandardCharsets.ISO_8859_1));
                            }
                        }
                        return cells;
                    }
                });
    }
}

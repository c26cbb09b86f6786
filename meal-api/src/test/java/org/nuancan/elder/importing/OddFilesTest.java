package org.nuancan.elder.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.elder.ElderFixture.anyCardNumber;
import static org.nuancan.elder.ElderFixture.anyIdNumber;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.elder.Area;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.importing.file.ImportFile;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Files as people and spreadsheets send them, over HTTP.
class OddFilesTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Client OFFICER =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
    private static final String PATH = "/v1/elder-imports";
    private static final String HEADER =
            "name,idNumber,residenceDivision,categories,address,phone,diet,allergens,careGrade,"
                    + "cardNumber,cardKind,cardValidTo,备注\n";

    /// Cells from `categories` on, and the fault that they are.
    static Stream<List<String>> odd() {
        var id = "110105194910010015";
        return Stream.of(
                List.of(words(40, "富裕") + ",,,,,,,,,", "categories", "CATEGORY_UNKNOWN"),
                List.of(
                        words(2_000, "独居") + ",,,,,,,,,",
                        "categories;categories",
                        "VALUE;CATEGORY_TWICE"),
                List.of(words(5_000, "独居") + ",,,,,,,,,", "line 2", "TOO_LONG"),
                List.of("独居;独居,,,,,,,,,", "categories", "CATEGORY_TWICE"),
                List.of("独居:1900-01-01,,,,,,,,,", "categories", "DATE_INVALID"),
                List.of("独居:0999-01-01,,,,,,,,,", "categories", "DATE_INVALID"),
                List.of("独居:2026-02-29,,,,,,,,,", "categories", "DATE_INVALID"),
                List.of("独居:2026-03-02:2026-03-01,,,,,,,,,", "categories", "DATE_INVALID"),
                List.of("独居:-2026-03-02,,,,,,,,,", "categories", "DATE_INVALID"),
                List.of("独居:2100-01-01,,,,,,,,,", "categories", "DATE_INVALID"),
                List.of(",,,,,,K-7,,+10000-1-1,", "cardValidTo", "DATE_INVALID"),
                List.of(",,,,,,K-7,,1800-1-1,", "cardValidTo", "DATE_INVALID"),
                List.of(",,,,,,K-7,,２０２８-01-01,", "cardValidTo", "DATE_INVALID"),
                List.of(",,,,,,,,+10000-1-1,", "cardValidTo", "DATE_INVALID"),
                List.of(",,,,,,K_7,,,", "cardNumber", "CARD_NUMBER_INVALID"),
                List.of(",,,,,," + id + ",,,", "cardNumber", "CARD_NUMBER_INVALID"),
                List.of(",,,,,,K-7,金卡,,", "cardKind", "VALUE"),
                List.of(",,,,,7,,,,", "careGrade", "VALUE"),
                List.of(",,,,,-1,,,,", "careGrade", "VALUE"),
                List.of(",,,,,１,,,,", "careGrade", "VALUE"),
                List.of("," + "长".repeat(301) + ",,,,,,,,", "address", "VALUE"),
                List.of(",某街\u0000 1 号,,,,,,,,", "address", "VALUE"),
                List.of(",某街\u202E 1 号,,,,,,,,", "address", "VALUE"),
                List.of(",某街\uFFFF 1 号,,,,,,,,", "address", "VALUE"),
                List.of("," + id + ",,,,,,,,", "address", "ID_NUMBER_IN_TEXT"),
                List.of(",," + id + ",,,,,,,", "phone", "ID_NUMBER_IN_TEXT"),
                List.of(",,,见 " + id + ",,,,,,", "diet", "ID_NUMBER_IN_TEXT"),
                List.of(",,,,花生;" + id + ",,,,,", "allergens", "ID_NUMBER_IN_TEXT"),
                List.of(",,138x0013,,,,,,,", "phone", "VALUE"),
                List.of(",," + "1".repeat(33) + ",,,,,,,", "phone", "VALUE"),
                List.of(",,," + "低".repeat(41) + ",,,,,,", "diet", "VALUE"),
                List.of(",,,," + words(31, "花") + ",,,,,", "allergens", "VALUE"),
                List.of(",,,,,,,,,,,,,,,,", "name", "TOO_MANY_FIELDS"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void an_odd_cell_is_a_fault_of_its_row_and_the_good_rows_are_in(List<String> odd) {
        var before = anyIdNumber();
        var bad = anyIdNumber();
        var after = anyIdNumber();

        var job =
                sent(
                        HEADER
                                + row("坏", bad.value(), odd.get(0))
                                + row("好", before.value(), ",,,,,,,,,")
                                + row("好", after.value(), "独居,某街,138,低盐,花生,3,,,,"));

        assertThat(job.status()).as(job.toString()).isEqualTo(201);
        assertThat(job.text("/state")).isEqualTo("DONE");
        assertThat(job.number("/lines")).isEqualTo(3);
        assertThat(job.number("/rows")).isEqualTo(3);
        assertThat(job.number("/imported")).isEqualTo(2);
        assertThat(job.number("/faults")).isEqualTo(1);
        assertThat(faults(job)).singleElement().asString().startsWith("2," + odd.get(1) + ",");
        assertThat(parted(parted(faults(job).getFirst(), ",").get(2), ";"))
                .isSubsetOf(parted(odd.get(2), ";"));
        assertThat(OFFICER.get(job.text("/faultsUrl")).body()).doesNotContain(bad.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105000002290025", "440524188001010014", "440524189912310012",
                        "110105210001010015",
                "110105194912310021", "'=1+1", "=cmd|' /C calc'!A0", "１１０１０５１９４９１２３１００２Ｘ",
            })
    void an_id_number_of_nobody_who_lives_is_a_fault(String number) {
        var job = sent(HEADER + row("坏", number, ",,,,,,,,,"));

        assertThat(job.number("/faults")).isEqualTo(1);
        assertThat(faults(job))
                .singleElement()
                .asString()
                .startsWith("2,idNumber,ID_NUMBER_INVALID,");
        assertThat(OFFICER.get(job.text("/faultsUrl")).body()).doesNotContain(number);
    }

    @Test
    void lines_with_unbalanced_quotes_are_faults_and_the_others_are_imported() {
        var text = new StringBuilder(HEADER);
        for (var line = 2; line <= 15; line++) {
            var note = line == 10 ? "\"见附件" : line == 12 ? "说明\"" : "";
            text.append(row("好", anyIdNumber().value(), ",,,,,,,,," + note));
        }

        var job = sent(text.toString());

        assertThat(job.number("/lines")).isEqualTo(14);
        assertThat(job.number("/rows")).isEqualTo(14);
        assertThat(job.number("/imported") + job.number("/faults")).isEqualTo(14);
        assertThat(job.number("/imported")).isEqualTo(11);
        assertThat(faults(job))
                .extracting(line -> line.substring(0, line.indexOf("ANCED") + 5))
                .containsExactly(
                        "10,line 10,QUOTES_UNBALANCED",
                        "11,line 10,QUOTES_UNBALANCED",
                        "12,line 10,QUOTES_UNBALANCED");
    }

    @Test
    void names_in_gb18030_that_are_well_formed_utf_8_are_names() {
        var names = List.of("谭卓", "毛卢", "郑平", "钱茅");
        var text = new StringBuilder("name,idNumber,residenceDivision\n");
        for (var name : names) {
            text.append("%s,%s,110105012\n".formatted(name, anyIdNumber().value()));
        }

        var job =
                OFFICER.upload(
                        PATH, "text/csv", text.toString().getBytes(Charset.forName("GB18030")));

        assertThat(job.text("/encoding")).isEqualTo("GB18030");
        assertThat(job.number("/imported")).isEqualTo(4);
        for (var name : names) {
            assertThat(OFFICER.post("/v1/elders/search", Map.of("name", name)).at("/items"))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?encoding=GBK, text/csv, 201, GB18030",
        "?encoding=gb18030, text/csv; charset=utf-8, 201, GB18030",
        "'', text/csv; charset=GBK, 201, GB18030",
        "'', text/csv; charset=\"gb2312\", 201, GB18030",
        "'', application/csv, 201, GB18030",
        "?encoding=UTF-8, text/csv, 422, ",
        "'', text/csv; charset=utf-8, 422, ",
        "'', text/csv; charset=utf-16, 422, ",
        "'', text/csv; charset=latin1, 415, ",
        "'', text/csv; charset=no-such, 415, ",
        "?encoding=latin1, text/csv, 400, ",
    })
    void an_encoding_that_is_named_is_honoured_or_refused(
            String query, String contentType, int status, String encoding) {
        var bytes =
                "姓名,身份证号,居住区划\n中,%s,110105012\n"
                        .formatted(anyIdNumber().value())
                        .getBytes(Charset.forName("GB18030"));

        var job = OFFICER.upload(PATH + query, contentType, bytes);

        assertThat(job.status()).as(job.toString()).isEqualTo(status);
        if (status == 201) {
            assertThat(job.text("/encoding")).isEqualTo(encoding);
            assertThat(job.number("/imported")).isEqualTo(1);
        }
    }

    @Test
    void a_refused_file_gets_a_message_what_to_correct() {
        var twice = sent("姓名,name,身份证号,居住区划\n");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.code()).isEqualTo("IMPORT_COLUMN_TWICE");
        assertThat(twice.text("/errors/0/detail")).contains("姓名").contains("name");

        var open = sent("姓名,身份证号,居住区划\n甲,1,2\n乙,\"1,2\n");
        assertThat(open.status()).isEqualTo(422);
        assertThat(open.text("/errors/0/pointer")).isEqualTo("/file/lines/3");
    }

    @Test
    void what_json_refuses_of_an_elder_a_file_refuses_too() {
        for (var odd : refusedByJson()) {
            var json = OFFICER.withNewKey().post("/v1/elders", body(anyIdNumber(), odd));
            var job =
                    sent(
                            HEADER
                                    + row(
                                            odd.getOrDefault("name", "好"),
                                            anyIdNumber().value(),
                                            cells(odd)));

            assertThat(json.status())
                    .as(odd + " " + json)
                    .isEqualTo(odd.containsKey("good") ? 201 : 400);
            assertThat(job.number("/faults"))
                    .as(odd.toString())
                    .isEqualTo(odd.containsKey("good") ? 0 : 1);
        }
    }

    /// One field each, as the text that both doors get.
    private static List<Map<String, String>> refusedByJson() {
        var odd = new ArrayList<Map<String, String>>();
        for (var field : List.of("name", "address", "phone", "diet", "allergens")) {
            for (var value :
                    List.of(
                            "a\u0007b",
                            "a\uFFFEb",
                            "110105194910010015",
                            "1101 0519 4910 0100 15",
                            "x".repeat(301))) {
                odd.add(Map.of(field, value));
            }
        }
        odd.add(Map.of("name", "长".repeat(101)));
        odd.add(Map.of("address", "长".repeat(300), "good", ""));
        odd.add(Map.of("name", "长".repeat(100), "good", ""));
        odd.add(Map.of("diet", "低".repeat(40), "good", ""));
        odd.add(Map.of("diet", "低".repeat(41)));
        odd.add(Map.of("phone", "1".repeat(32), "good", ""));
        odd.add(Map.of("phone", "１３８"));
        odd.add(Map.of("address", "某街　 1  号 ", "good", ""));
        return odd;
    }

    private static String cells(Map<String, String> odd) {
        return ",%s,%s,%s,%s,,,,,"
                .formatted(
                        odd.getOrDefault("address", ""),
                        odd.getOrDefault("phone", ""),
                        odd.getOrDefault("diet", ""),
                        odd.getOrDefault("allergens", ""));
    }

    private static Map<String, Object> body(IdNumber number, Map<String, String> odd) {
        return Map.ofEntries(
                Map.entry("name", odd.getOrDefault("name", "好")),
                Map.entry("idNumber", number.value()),
                Map.entry("household", Map.of("kind", "LOCAL", "division", "110105012")),
                Map.entry("residenceDivision", "110105012"),
                Map.entry("address", odd.getOrDefault("address", "")),
                Map.entry("phone", odd.getOrDefault("phone", "")),
                Map.entry("categories", List.of()),
                Map.entry("careGrade", 0),
                Map.entry("diet", list(odd, "diet")),
                Map.entry("allergens", list(odd, "allergens")),
                Map.entry("contacts", List.of()));
    }

    private static List<String> list(Map<String, String> odd, String field) {
        return odd.containsKey(field) ? List.of(odd.get(field)) : List.of();
    }

    @Test
    void a_card_number_of_somebody_else_and_odd_bytes_do_not_stop_a_job() {
        var card = anyCardNumber().value();
        var text =
                HEADER
                        + row("甲", anyIdNumber().value(), ",,,,,," + card + ",,,")
                        + row("乙", anyIdNumber().value(), ",,,,,," + card + ",,,")
                        + row("𠮷" + "𪝆".repeat(49), anyIdNumber().value(), ",🥜,,,🥜,,,,,");

        var job = sent(text);

        assertThat(job.text("/state")).isEqualTo("DONE");
        assertThat(job.number("/imported")).isEqualTo(2);
        assertThat(faults(job)).singleElement().asString().startsWith("3,cardNumber,CARD_EXISTS,");
    }

    @Test
    void a_caller_has_at_most_two_jobs_running() {
        var caller = SERVER.as(Role.STREET_OFFICER, ScopeWords.street("110105012"));
        var bytes =
                "name,idNumber,residenceDivision\n甲,1,110105012\n".getBytes(StandardCharsets.UTF_8);
        var by = caller.upload(PATH, "text/csv", bytes).text("/createdBy");
        var jobs = SERVER.bean(ImportJobService.class);
        var file = ImportFile.read(bytes, Optional.empty()).orThrow();
        for (var running = 0; running < ImportJobService.MOST_RUNNING; running++) {
            assertThat(caller.upload(PATH, "text/csv", bytes).status()).isEqualTo(201);
            var run = jobs.accept(bytes, file, new Area(true, "110105012"), by);
            assertThat(run.job().state()).isEqualTo(ImportJob.State.RUNNING);
        }

        var refused = caller.upload(PATH, "text/csv", bytes);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("IMPORTS_RUNNING");
        assertThat(OFFICER.upload(PATH, "text/csv", bytes).status()).isEqualTo(201);
    }

    private static Reply sent(String text) {
        return OFFICER.upload(PATH, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String name, String number, String cells) {
        return "%s,%s,110105012,%s\n".formatted(name, number, cells);
    }

    private static String words(int count, String word) {
        return String.join(";", Collections.nCopies(count, word));
    }

    private static List<String> parted(String text, String mark) {
        return Pattern.compile(mark).splitAsStream(text).toList();
    }

    private static List<String> faults(Reply job) {
        return OFFICER.get(job.text("/faultsUrl")).body().lines().skip(1).toList();
    }
}

package org.nuancan.elder.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.elder.ElderFixture.CHAOYANG;
import static org.nuancan.elder.ElderFixture.NOON;
import static org.nuancan.elder.ElderFixture.TODAY;
import static org.nuancan.elder.ElderFixture.anyCardNumber;
import static org.nuancan.elder.ElderFixture.anyIdNumber;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.db.Sql;
import org.nuancan.elder.ElderFixture;
import org.nuancan.elder.importing.file.ImportFile;
import org.nuancan.elder.importing.file.ImportReading;
import org.nuancan.elder.record.ElderAnswer;
import org.nuancan.elder.record.ElderSearchService;
import org.nuancan.http.Paging;
import org.nuancan.policy.fact.Category;

class ImportTest {

    private static final String HEADER = "姓名,身份证号,户籍区划,居住区划,电话,类别,照护等级,卡号,卡有效期\n";

    private static ElderFixture fixture;
    private static ImportJobService jobs;
    private static ImportRunService runs;
    private static Imports imports;

    @BeforeAll
    static void start() {
        fixture = new ElderFixture();
        fixture.clock.set(NOON);
        jobs = fixture.context.getBean(ImportJobService.class);
        runs = fixture.context.getBean(ImportRunService.class);
        imports = fixture.context.getBean(Imports.class);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030"})
    void a_row_becomes_an_elder_in_either_encoding(String encoding) {
        var number = anyIdNumber();
        var card = anyCardNumber();
        var text =
                HEADER
                        + "\"李,㐀秀\",%s,110105012,110105013,13800138001,低保；独居:2026-01-01:2026-12-31,3,%s,2028/1/2\n"
                                .formatted(number.value(), card.value());

        var job = imported(text.getBytes(Charset.forName(encoding)));

        assertThat(job.encoding().label()).isEqualTo(encoding);
        assertThat(job.imported()).isEqualTo(1);
        assertThat(job.faults()).isZero();
        assertThat(job.state()).isEqualTo(ImportJob.State.DONE);
        var elder = only(new ElderSearchService.Clue.ById(number));
        assertThat(elder.maskedName()).isEqualTo("李**秀");
        assertThat(elder.careGrade()).isEqualTo(3);
        assertThat(elder.categories())
                .extracting(ElderAnswer.HeldBody::category)
                .containsExactlyInAnyOrder(Category.MINIMUM_LIVING, Category.LIVING_ALONE);
        assertThat(elder.cards().getFirst().validTo()).hasToString("2028-01-02");
    }

    @Test
    void names_of_columns_may_be_english_in_any_order_with_others_between() {
        var number = anyIdNumber();
        var text =
                "no,ID_Number,residence.division,name,categories\n1,%s,110105013,王五,DEMENTIA\n"
                        .formatted(number.value());

        assertThat(imported(text).imported()).isEqualTo(1);
        assertThat(only(new ElderSearchService.Clue.ById(number)).household().division())
                .isEqualTo("110105013");
        assertThat(only(new ElderSearchService.Clue.ById(number)).categories().getFirst().from())
                .isEqualTo(TODAY);
    }

    @Test
    void good_rows_are_imported_and_each_bad_row_is_listed_with_its_line() {
        var good = anyIdNumber();
        var text =
                HEADER
                        + row("好", good.value(), "110105012")
                        + row("坏", "110105194912310021", "110105012")
                        + row("", anyIdNumber().value(), "12")
                        + row("远", anyIdNumber().value(), "110101001")
                        + row("又", good.value(), "110105012")
                        + "短,"
                        + anyIdNumber().value()
                        + ",110105012\n"
                        + "长,"
                        + anyIdNumber().value()
                        + ",110105012,,,,,,,,,\n"
                        + "类,"
                        + anyIdNumber().value()
                        + ",110105012,,,富裕,9,,\n";

        var job = imported(text);

        assertThat(job.rows()).isEqualTo(8);
        assertThat(job.imported()).isEqualTo(2);
        assertThat(job.faults()).isEqualTo(6);
        assertThat(jobs.faults(job.importId()))
                .extracting(fault -> fault.line() + " " + fault.fields() + " " + fault.codes())
                .containsExactly(
                        "3 idNumber ID_NUMBER_INVALID",
                        "4 name;householdDivision;residenceDivision"
                                + " REQUIRED;DIVISION_INVALID;DIVISION_INVALID",
                        "5 residenceDivision NOT_FOUND",
                        "6 idNumber ELDER_EXISTS",
                        "8 name TOO_MANY_FIELDS",
                        "9 careGrade;categories VALUE;CATEGORY_UNKNOWN");
        assertThat(jobs.faults(job.importId()).getFirst().maskedIdNumber())
                .isEqualTo("*".repeat(18));
    }

    @Test
    void importing_the_same_file_again_creates_no_duplicates() {
        var text = HEADER + row("一", anyIdNumber().value(), "110105012") + someRows(3);
        assertThat(imported(text).imported()).isEqualTo(4);

        var again = imported(text);

        assertThat(again.imported()).isZero();
        assertThat(jobs.faults(again.importId()))
                .extracting(ImportJobService.Fault::codes)
                .containsExactly("ELDER_EXISTS", "ELDER_EXISTS", "ELDER_EXISTS", "ELDER_EXISTS");
    }

    @Test
    void a_card_of_another_elder_is_a_fault() {
        var card = fixture.cardOf(fixture.registered());
        var line = "甲,%s,110105012,,,,,%s,\n".formatted(anyIdNumber().value(), card.value());

        assertThat(jobs.faults(imported(HEADER + line).importId()))
                .extracting(ImportJobService.Fault::codes)
                .containsExactly("CARD_EXISTS");
    }

    @Test
    void a_run_that_died_is_taken_up_where_it_stopped_and_comes_back_to_nothing() {
        var bytes = (HEADER + someRows(1_203)).getBytes(StandardCharsets.UTF_8);
        var died = accepted(bytes);
        imports.work(died, 1);
        assertThat(found(died).done()).isEqualTo(500);
        assertThat(runs.takeOver()).isEmpty();

        silence(died);
        var taken = runs.takeOver().orElseThrow();
        // The first run was only slow: it may not write any more.
        imports.work(died, Integer.MAX_VALUE);
        assertThat(found(died).done()).isEqualTo(500);
        imports.work(taken, Integer.MAX_VALUE);

        assertThat(found(died).imported()).isEqualTo(1_203);
        assertThat(found(died).state()).isEqualTo(ImportJob.State.DONE);
        assertThat(parts(died)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just words",
                "name,idNumber\n",
                "name,name,idNumber,residenceDivision\n",
                "name,idNumber,residenceDivision\n\"never closed,1,2\n",
            })
    void an_unsuitable_file_is_refused(String text) {
        assertThat(ImportFile.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty()))
                .isInstanceOf(ImportReading.Refused.class);
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_not_matter() {
        var number = anyIdNumber();
        var text =
                "\uFEFFname,idNumber,residenceDivision\r\n赵六,%s,110105012\r\n"
                        .formatted(number.value());

        assertThat(imported(text).imported()).isEqualTo(1);
    }

    @Test
    void bytes_of_no_encoding_are_not_taken() {
        assertThat(
                        ImportFile.read(
                                new byte[] {'a', (byte) 0xFF, (byte) 0xFF, 'b'}, Optional.empty()))
                .isInstanceOf(ImportReading.Refused.class);
    }

    private static String row(String name, String idNumber, String division) {
        return "%s,%s,%s,,,,,,\n".formatted(name, idNumber, division);
    }

    private static String someRows(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> row("钱" + index, anyIdNumber().value(), "110105012"))
                .collect(Collectors.joining());
    }

    private static ImportJob imported(String text) {
        return imported(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportJob imported(byte[] bytes) {
        var run = accepted(bytes);
        imports.work(run, Integer.MAX_VALUE);
        return found(run);
    }

    private static ImportJob.Run accepted(byte[] bytes) {
        var file = ImportFile.read(bytes, Optional.empty()).orThrow();
        return jobs.accept(bytes, file, CHAOYANG, "officer");
    }

    private static ImportJob found(ImportJob.Run run) {
        return jobs.find(run.job().importId(), CHAOYANG).orElseThrow();
    }

    private static void silence(ImportJob.Run run) {
        var rows =
                fixture.transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        update elder_import
                                        set leased_until = '2020-01-01'
                                        where import_id = ?
                                        """)
                                .with(run.job().importId())
                                .run());
        assertThat(rows).isEqualTo(1);
    }

    private static long parts(ImportJob.Run run) {
        return fixture.transactions.reading(connection ->
                Sql.on(
                                connection,
                                """
                                select count(*) as parts from elder_import_part
                                where import_id = ?
                                """)
                        .with(run.job().importId())
                        .one(row -> row.number("parts")));
    }

    private static ElderAnswer only(ElderSearchService.Clue clue) {
        List<ElderAnswer> found = fixture.search.search(clue, CHAOYANG, Paging.first(500)).items();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}

package org.nuancan.payment.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.payment.BankFileTest.BATCH;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.money.Fen;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.answer.BankAnswer.Definite;
import org.nuancan.payment.answer.BankAnswer.Reading;
import org.nuancan.payment.answer.BankAnswer.Rest;
import org.nuancan.payment.answer.Result.Effect;

/// Files in the formats of different banks.
class BankHabitsTest {

    private static byte[] file(String name) {
        try (var in =
                Objects.requireNonNull(
                        BankHabitsTest.class.getResourceAsStream("/banks/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Reading read(byte[] file) {
        return BankAnswer.read(file, Optional.empty(), BATCH);
    }

    private static Reading.Read readable(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    private static List<Result> results(Reading reading) {
        return readable(reading).told().stream().map(Definite::result).toList();
    }

    private static Result result(String id, PaymentState outcome, Long fen, String reason) {
        return new Result(
                id,
                outcome,
                fen < 0 ? Optional.empty() : Optional.of(Fen.of(fen)),
                reason.isEmpty() ? Optional.empty() : Optional.of(reason));
    }

    @Test
    void a_chinese_banks_list_in_gb18030_is_read_by_its_own_headers_and_words() {
        var read = readable(read(file("chinese-list.gb18030.csv")));

        assertThat(read.told().stream().map(Definite::result))
                .containsExactly(
                        result("NC1", PaymentState.SETTLED, 80_05L, ""),
                        result("NC2", PaymentState.FAILED, 1_234_567_89L, "账户已销户"),
                        result("NC3", PaymentState.RETURNED, 12_00L, "收款人账号户名不符"));
        assertThat(read.rest())
                .extracting(Rest::name, Rest::effect, line -> line.place().line())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("NC4", Effect.PENDING, 5),
                        org.assertj.core.groups.Tuple.tuple("NC5", Effect.UNREAD, 6));
    }

    @Test
    void chinese_that_happens_to_be_valid_utf_8_is_still_read_as_gb18030() {
        assertThat(results(read(file("ascii-header.gb18030.csv"))))
                .containsExactly(result("NC2", PaymentState.FAILED, -1L, "谭卓"));
        assertThat(
                        results(
                                read(
                                        "endToEndId,outcome,reason\nNC2,FAILED,Konto von Müller é\n"
                                                .getBytes(UTF_8))))
                .extracting(Result::reason)
                .containsExactly(Optional.of("Konto von Müller é"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status-report.gbk.xml", "status-report.utf16.xml"})
    void the_encoding_that_a_report_declares_is_honoured(String name) {
        assertThat(results(read(file(name))))
                .containsExactly(result("NC2", PaymentState.FAILED, -1L, "户名不符 收款人账户已销户"));
    }

    @Test
    void a_european_banks_refusal_of_the_whole_file_as_a_duplicate_leaves_all_unknown() {
        assertThat(results(read(file("group-rejected.pain.002.001.03.xml"))))
                .containsExactly(
                        result("NC1", PaymentState.UNKNOWN, -1L, "DU01 Duplicate file détectée"),
                        result("NC2", PaymentState.UNKNOWN, -1L, "DU01 Duplicate file détectée"));
    }

    @Test
    void a_batch_that_is_booked_in_one_sum_settles_each_of_its_payments() {
        var xml = new String(file("batch-booked.camt.054.001.02.xml"), UTF_8);

        assertThat(results(read(xml.getBytes(UTF_8))))
                .containsExactly(
                        result("NC1", PaymentState.SETTLED, 80_05L, ""),
                        result("NC2", PaymentState.SETTLED, 1_234_567_89L, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "<NbOfTxs>2,<NbOfTxs>3",
        "CNY\">1234647.94</Amt>,CNY\">1234647.93</Amt>",
        "CNY\">1234647.94</TtlAmt>,CNY\">1234647.93</TtlAmt>",
        "Amt Ccy=\"CNY\",Amt Ccy=\"USD\"",
        "NC740000000000000001,NC740000000000000002",
        "<PmtInfId>NC740000000000000001</PmtInfId>,''"
    })
    void a_batch_whose_sum_count_or_id_does_not_fit_is_not_applied(String was, String is) {
        var xml = new String(file("batch-booked.camt.054.001.02.xml"), UTF_8);
        assertThat(xml).contains(was);

        var reading = read(xml.replace(was, is).getBytes(UTF_8));

        var names =
                reading instanceof Reading.Read(var results, _)
                        ? results.stream().map(line -> line.result().endToEndId()).toList()
                        : List.<String>of();
        assertThat(names).doesNotContain("NC1", "NC2");
    }

    @Test
    void prefixes_envelopes_and_references_other_than_the_end_to_end_id_are_read() {
        assertThat(results(read(file("prefixed.camt.053.001.08.xml"))))
                .containsExactly(
                        result(
                                "NC1",
                                PaymentState.RETURNED,
                                80_05L,
                                "BE01 name and account differ"),
                        result("NC1", PaymentState.SETTLED, 80_05L, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
    void a_list_in_any_of_these_encodings_is_read_with_its_mark_or_by_the_requests_charset(
            String name) {
        var text = "endToEndId,outcome,amountFen,reason\nNC2,FAILED,,账户已销户\n";
        var marked = ("\uFEFF" + text).getBytes(Charset.forName(name));

        assertThat(results(read(marked)))
                .extracting(Result::reason)
                .containsOnly(Optional.of("账户已销户"));
        assertThat(
                        results(
                                BankAnswer.read(
                                        text.getBytes(Charset.forName(name)),
                                        Optional.of(name.toLowerCase(java.util.Locale.ROOT)),
                                        BATCH)))
                .extracting(Result::reason)
                .containsOnly(Optional.of("账户已销户"));
    }

    @Test
    void a_charset_that_is_not_read_or_not_true_is_refused() {
        var text = "endToEndId,outcome,reason\nNC2,FAILED,账户已销户\n";

        assertThat(BankAnswer.read(text.getBytes(UTF_8), Optional.of("x-user-defined"), BATCH))
                .isEqualTo(new Reading.UnknownCharset());
        assertThat(
                        BankAnswer.read(
                                text.getBytes(Charset.forName("GB18030")),
                                Optional.of("utf-8"),
                                BATCH))
                .isInstanceOf(Reading.Unreadable.class);
        assertThat(read(file("status-report.gbk.xml").clone())).isInstanceOf(Reading.Read.class);
        assertThat(
                        read(
                                new String(file("status-report.gbk.xml"), Charset.forName("GBK"))
                                        .replace("GBK", "KOI8-R")
                                        .getBytes(UTF_8)))
                .isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void a_message_of_another_kind_is_refused_by_its_name() {
        var reading =
                read(
                        "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.052.001.08'/>"
                                .getBytes(UTF_8));

        assertThat(((Reading.Unreadable) reading).why())
                .contains("urn:iso:std:iso:20022:tech:xsd:camt.052.001.08");
    }

    @Test
    void xml_that_is_not_well_formed_is_refused_with_its_line_and_column() {
        var xml =
                new String(file("batch-booked.camt.054.001.02.xml"), UTF_8)
                        .replace("</NtryDtls>", "</NtryDetails>");

        var reading = (Reading.Unreadable) read(xml.getBytes(UTF_8));

        assertThat(reading.line()).isEqualTo(10);
        assertThat(reading.column()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b 'c'>]><Document/>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/'><Document/>",
                "<!DOCTYPE a><Document/>"
            })
    void a_document_type_is_refused_before_anything_is_fetched(String xml) {
        assertThat(((Reading.Unreadable) read(xml.getBytes(UTF_8))).why())
                .contains("document type");
    }

    @Test
    void elements_nested_without_end_are_refused() {
        var xml = "<a>".repeat(2_000_000);

        assertThat(((Reading.Unreadable) read(xml.getBytes(UTF_8))).why()).contains("nested");
    }

    @Test
    void a_file_of_more_than_300_000_lines_is_too_long() {
        var header = "endToEndId,outcome,amountFen,reason\n";
        var line = "NC1,SETTLED,8005,\n";

        assertThat(results(read((header + line.repeat(300_000)).getBytes(UTF_8)))).hasSize(300_000);
        assertThat(read((header + line.repeat(300_001)).getBytes(UTF_8)))
                .isEqualTo(new Reading.TooLong(300_000));
    }

    @Test
    void every_line_of_a_list_is_a_result_or_names_its_line_and_its_fault() {
        var read =
                readable(
                        read(
                                """
                                endToEndId,outcome,amountFen,reason
                                NC1,SETTLED,8005,
                                NC2,PERHAPS,,
                                NC2,FAILED,12.5,
                                NC2,FAILED,,\u0007bell
                                NC2,FAILED,,"see
                                NC2,SETTLED,123456789,
                                NC2,FAILED,,about"
                                NC2,SETTLED
                                NC2,FAILED,,110105194910010015
                                ,SETTLED,8005,
                                """
                                        .getBytes(UTF_8)));

        assertThat(read.told())
                .extracting(line -> line.result().endToEndId())
                .containsExactly("NC1");
        assertThat(read.rest())
                .extracting(line -> line.place().line())
                .containsExactly(3, 4, 5, 6, 9, 10, 11);
        assertThat(read.rest().get(3).why()).contains("lines 6 to 8");
        assertThat(read.rest().toString()).doesNotContain("110105194910010015");
    }
}

package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Payment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The files for the bank are valid by the schema of ISO 20022 as another project ships it.
public class BankFileTest {

    public static final Batch BATCH =
            new Batch(
                    740_000_000_000_000_001L,
                    "110105",
                    LocalDate.of(2026, 11, 18),
                    "NC740000000000000001",
                    "finance",
                    Instant.parse("2026-11-19T02:03:04.123456Z"),
                    LocalDate.of(2026, 11, 19),
                    List.of(payment(1, "暖阳食堂 <A&B>", 80_05), payment(2, "=SUM(A1)", 1_234_567_89)),
                    List.of());

    private static Payment payment(long id, String name, long fen) {
        return new Payment(
                id,
                10 + id,
                "NC" + id,
                Fen.of(fen),
                new Payees.Payee(name, "sealed-" + id, "102100099996"),
                PaymentState.SENT,
                Optional.empty(),
                List.of());
    }

    private static String opened(Batch.Payment payment) {
        return payment.to().sealedNumber().replace("sealed-", "622202020001234");
    }

    public static void validate(String schema, String xml) throws Exception {
        var url = Objects.requireNonNull(BankFileTest.class.getResource("/" + schema), schema);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(url)
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    @Test
    void a_batch_is_a_message_that_the_schema_takes() throws Exception {
        var xml = BankFile.pain001(BATCH, Debtor.of("110105"), BankFileTest::opened);

        validate("pain.001.001.09.xsd", xml);
        assertThat(xml)
                .contains("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09")
                .contains("NC740000000000000001", "NC1", "NC2", "6222020200012341")
                .contains("1234647.94");
        assertThat(names(xml)).contains("暖阳食堂 <A&B>");
    }

    private static List<String> names(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var nodes =
                factory.newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)))
                        .getElementsByTagNameNS("*", "Nm");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    @Test
    void an_invalid_message_is_refused_by_the_schema() {
        var xml =
                BankFile.pain001(BATCH, Debtor.of("110105"), BankFileTest::opened)
                        .replace("TRF", "TRANSFER");

        assertThatThrownBy(() -> validate("pain.001.001.09.xsd", xml))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void the_same_batch_gives_the_same_bytes() {
        assertThat(BankFile.pain001(BATCH, Debtor.of("110105"), BankFileTest::opened))
                .isEqualTo(BankFile.pain001(BATCH, Debtor.of("110105"), BankFileTest::opened));
    }

    @Test
    void in_csv_names_are_no_formulas_and_amounts_are_in_yuan_and_fen() {
        var lines = BankFile.csv(BATCH, BankFileTest::opened).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("NC1", "6222020200012341", "80.05,8005,CNY");
        assertThat(lines.get(2)).contains("'=SUM(A1)", "1234567.89,123456789");
    }

    private static Batch named(String name, String bankCode) {
        return new Batch(
                BATCH.batchId(),
                BATCH.districtCode(),
                BATCH.throughDate(),
                BATCH.messageId(),
                BATCH.madeBy(),
                BATCH.madeAt(),
                BATCH.madeOn(),
                List.of(
                        BATCH.payments().getFirst(),
                        new Payment(
                                2,
                                12,
                                "NC2",
                                Fen.of(1200),
                                new Payees.Payee(name, "sealed-2", bankCode),
                                PaymentState.SENT,
                                Optional.empty(),
                                List.of())),
                List.of());
    }

    static Stream<Arguments> namesOfOldBooks() {
        return Stream.of(
                Arguments.of("暖\uFFFF阳\uFFFE食堂", "暖阳食堂"),
                Arguments.of("暖阳\u0000食\u001F堂\u0085", "暖阳食堂"),
                Arguments.of("暖阳\uD800食堂\uDC00", "暖阳食堂"),
                Arguments.of("\uFDD0\uFFFD\u200B", "NOTPROVIDED"),
                Arguments.of("", "NOTPROVIDED"),
                Arguments.of(" 暖阳\t食堂\n", "暖阳 食堂"),
                Arguments.of("𠮷野家 🥜", "𠮷野家 🥜"),
                Arguments.of("]]> & <b>", "]]> & <b>"),
                Arguments.of("𠮷".repeat(200), "𠮷".repeat(70)),
                Arguments.of("食" + "𠮷".repeat(200), "食" + "𠮷".repeat(69)));
    }

    @ParameterizedTest
    @MethodSource("namesOfOldBooks")
    void for_any_name_in_the_books_the_file_is_valid_and_banks_can_read_it(
            String name, String written) throws Exception {
        var batch = named(name, "1021\uFFFF00099996");

        var xml = BankFile.pain001(batch, new Debtor(name, name, name), BankFileTest::opened);

        validate("pain.001.001.09.xsd", xml);
        assertThat(names(xml)).contains("暖阳食堂 <A&B>", written);
        assertThat(xml).contains("102100099996");
        assertThat(BankFile.csv(batch, BankFileTest::opened).lines()).hasSize(3);
    }

    @Test
    void a_number_that_is_too_long_is_not_cut_to_that_of_another_account() {
        var xml =
                BankFile.pain001(
                        named("食堂", "1".repeat(36)), Debtor.of("110105"), _ -> "6".repeat(35));

        assertThat(xml).contains("NOTPROVIDED").doesNotContain("6".repeat(30), "1".repeat(30));
    }

    @Test
    void each_payment_has_an_instruction_id_and_each_batch_an_id_by_which_banks_may_answer() {
        assertThat(BankFile.pain001(BATCH, Debtor.of("110105"), BankFileTest::opened))
                .contains("InstrId>NC1</", "EndToEndId>NC1</", "PmtInfId>NC740000000000000001</");
    }
}

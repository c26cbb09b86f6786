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
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Payment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The bank's files, held against the schema of ISO 20022 as another project ships it.
class BankFileTest {

    private static final Batch BATCH =
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

    private static String opened(String sealed) {
        return sealed.replace("sealed-", "622202020001234");
    }

    private static void validate(String schema, String xml) throws Exception {
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
    void a_message_that_the_schema_does_not_take_is_refused_by_it() {
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
    void as_csv_names_are_no_formulas_and_amounts_stand_in_yuan_and_fen() {
        var lines = BankFile.csv(BATCH, BankFileTest::opened).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("NC1", "6222020200012341", "80.05,8005,CNY");
        assertThat(lines.get(2)).contains("'=SUM(A1)", "1234567.89,123456789");
    }

    private static final String STATUS =
            """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
              <CstmrPmtStsRpt>
                <GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-19T10:00:00Z</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts>
                  <OrgnlMsgId>NC740000000000000001</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
                </OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts>
                  <OrgnlPmtInfId>NC740000000000000001</OrgnlPmtInfId>
                  <TxInfAndSts><OrgnlEndToEndId>NC1</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
                  <TxInfAndSts><OrgnlEndToEndId>NC2</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                    <StsRsnInf><Rsn><Cd>AC01</Cd></Rsn><AddtlInf>account closed</AddtlInf></StsRsnInf></TxInfAndSts>
                  <TxInfAndSts><OrgnlEndToEndId>NC3</OrgnlEndToEndId><TxSts>PDNG</TxSts></TxInfAndSts>
                  <TxInfAndSts><OrgnlEndToEndId>NC4</OrgnlEndToEndId><TxSts>ACTC</TxSts></TxInfAndSts>
                </OrgnlPmtInfAndSts>
              </CstmrPmtStsRpt>
            </Document>
            """;

    @Test
    void a_status_report_says_settled_failed_with_its_reason_or_unknown_and_nothing_of_the_rest()
            throws Exception {
        validate("pain.002.001.10.xsd", STATUS);

        assertThat(BankAnswer.read(STATUS).orElseThrow())
                .containsExactly(
                        new Result("NC1", PaymentState.SETTLED, Optional.empty(), Optional.empty()),
                        new Result(
                                "NC2",
                                PaymentState.FAILED,
                                Optional.empty(),
                                Optional.of("AC01 account closed")),
                        new Result(
                                "NC3", PaymentState.UNKNOWN, Optional.empty(), Optional.empty()));
    }

    private static final String NOTIFICATION =
            """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08">
              <BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>B2</MsgId><CreDtTm>2026-11-19T10:00:00Z</CreDtTm></GrpHdr>
                <Ntfctn><Id>N</Id><CreDtTm>2026-11-19T10:00:00Z</CreDtTm>
                  <Acct><Id><Othr><Id>1</Id></Othr></Id></Acct>
                  <Ntry><Amt Ccy="CNY">80.05</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                    <BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>
                    <NtryDtls><TxDtls><Refs><EndToEndId>NC1</EndToEndId></Refs>
                      <Amt Ccy="CNY">80.05</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls></NtryDtls></Ntry>
                  <Ntry><Amt Ccy="CNY">12.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                    <BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>
                    <NtryDtls><TxDtls><Refs><EndToEndId>NC2</EndToEndId></Refs>
                      <Amt Ccy="CNY">12.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                      <RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>
                </Ntfctn>
              </BkToCstmrDbtCdtNtfctn>
            </Document>
            """;

    @Test
    void a_notification_says_what_arrived_and_what_came_back() {
        assertThat(BankAnswer.read(NOTIFICATION).orElseThrow())
                .containsExactly(
                        new Result(
                                "NC1",
                                PaymentState.SETTLED,
                                Optional.of(Fen.of(8005)),
                                Optional.empty()),
                        new Result(
                                "NC2",
                                PaymentState.RETURNED,
                                Optional.of(Fen.of(1200)),
                                Optional.of("AC04")));
    }

    @Test
    void a_csv_says_the_same_row_by_row() {
        var read =
                BankAnswer.read(
                        """
                        endToEndId,outcome,amountFen,reason
                        NC1,SETTLED,8005,
                        NC2,FAILED,,账户已销户
                        """);

        assertThat(read.orElseThrow())
                .containsExactly(
                        new Result(
                                "NC1",
                                PaymentState.SETTLED,
                                Optional.of(Fen.of(8005)),
                                Optional.empty()),
                        new Result(
                                "NC2",
                                PaymentState.FAILED,
                                Optional.empty(),
                                Optional.of("账户已销户")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<Document/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Document"
                        + " xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'>&b;</Document>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'><oops",
                "endToEndId,outcome,amountFen,reason\nNC1,MAYBE,1,\n",
                "endToEndId,outcome,amountFen,reason\nNC1,SENT,1,\n",
                "endToEndId,outcome,amountFen,reason\nNC1,SETTLED,1.5,\n",
                "endToEndId\nNC1\n"
            })
    void what_no_bank_sends_is_not_read(String text) {
        assertThat(BankAnswer.read(text)).isEmpty();
    }
}

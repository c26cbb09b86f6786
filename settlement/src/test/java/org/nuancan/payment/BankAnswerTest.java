package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.payment.BankFileTest.BATCH;
import static org.nuancan.payment.BankFileTest.validate;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.money.Fen;

/// What banks say, in each of the three kinds of file.
class BankAnswerTest {

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

        assertThat(BankAnswer.read(STATUS, BATCH).orElseThrow())
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

    private static String report(String ofGroup, String parts) {
        return """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
          <GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-19T10:00:00Z</CreDtTm></GrpHdr>
          <OrgnlGrpInfAndSts>%s</OrgnlGrpInfAndSts>%s
        </CstmrPmtStsRpt></Document>
        """
                .formatted(ofGroup, parts);
    }

    private static String message(String id, String status) {
        return "<OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>%s"
                .formatted(id, status);
    }

    private static final String REFUSED =
            "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>AM05</Cd></Rsn></StsRsnInf>";

    private static Result failed(String id) {
        return new Result(id, PaymentState.FAILED, Optional.empty(), Optional.of("AM05"));
    }

    @Test
    void a_message_that_the_bank_refuses_whole_has_failed_payment_by_payment() throws Exception {
        var ofGroup = report(message(BATCH.messageId(), REFUSED), "");
        validate("pain.002.001.10.xsd", ofGroup);
        var ofPart =
                report(
                        message(BATCH.messageId(), ""),
                        """
                        <OrgnlPmtInfAndSts><OrgnlPmtInfId>NC740000000000000001</OrgnlPmtInfId>%s
                          <TxInfAndSts><OrgnlEndToEndId>NC1</OrgnlEndToEndId><TxSts>PDNG</TxSts></TxInfAndSts>
                        </OrgnlPmtInfAndSts>
                        """
                                .formatted(REFUSED.replace("GrpSts", "PmtInfSts")));
        validate("pain.002.001.10.xsd", ofPart);

        assertThat(BankAnswer.read(ofGroup, BATCH).orElseThrow())
                .containsExactly(failed("NC1"), failed("NC2"));
        assertThat(BankAnswer.read(ofPart, BATCH).orElseThrow())
                .containsExactly(
                        new Result("NC1", PaymentState.UNKNOWN, Optional.empty(), Optional.empty()),
                        failed("NC2"));
        assertThat(BankAnswer.read(report(message("NC9", REFUSED), ""), BATCH).orElseThrow())
                .containsExactly(failed("NC9"));
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
        assertThat(BankAnswer.read(NOTIFICATION, BATCH).orElseThrow())
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

    @ParameterizedTest
    @ValueSource(strings = {"<Cd>PDNG</Cd>", "<Cd>INFO</Cd>", "<Prtry>X</Prtry>"})
    void what_is_not_booked_yet_has_not_arrived(String status) {
        var told = NOTIFICATION.replace("<Cd>BOOK</Cd>", status);

        assertThat(BankAnswer.read(told, BATCH)).hasValue(List.of());
    }

    @Test
    void an_amount_in_other_money_is_none_of_ours() {
        var told = NOTIFICATION.replace("Ccy=\"CNY\"", "Ccy=\"EUR\"");

        assertThat(BankAnswer.read(told, BATCH).orElseThrow())
                .extracting(Result::fen)
                .containsOnly(Optional.of(Fen.of(-1)));
    }

    @Test
    void a_spreadsheets_byte_order_mark_is_no_part_of_the_file() {
        var read = BankAnswer.read("\uFEFFendToEndId,outcome,reason\nNC1,SETTLED,\n", BATCH);

        assertThat(read.orElseThrow()).extracting(Result::endToEndId).containsExactly("NC1");
    }

    @Test
    void what_says_nothing_of_any_payment_is_not_read_as_if_all_were_well() {
        assertThat(BankAnswer.read(report(message(BATCH.messageId(), ""), ""), BATCH)).isEmpty();
        assertThat(
                        BankAnswer.read(
                                NOTIFICATION.replaceAll("(?s)<NtryDtls>.*?</NtryDtls>", ""), BATCH))
                .isEmpty();
    }

    @Test
    void a_csv_says_the_same_row_by_row() {
        var read =
                BankAnswer.read(
                        """
                        endToEndId,outcome,amountFen,reason
                        NC1,SETTLED,8005,
                        NC2,FAILED,,账户已销户
                        """,
                        BATCH);

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
                "endToEndId\nNC1\n",
                "endToEndId,outcome,amountFen,reason\n",
                "endToEndId\toutcome\tamountFen\treason\nNC1\tSETTLED\t1\t\n"
            })
    void what_no_bank_sends_is_not_read(String text) {
        assertThat(BankAnswer.read(text, BATCH)).isEmpty();
    }
}

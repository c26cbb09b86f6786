package org.nuancan.payment.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.payment.BankFileTest.BATCH;
import static org.nuancan.payment.BankFileTest.validate;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.money.Fen;
import org.nuancan.payment.PaymentState;

/// The bank's answers in each of the three kinds of file.
class BankAnswerTest {

    /// The results that a file gives for payments; empty if it gives none.
    private static Optional<List<Result>> read(String text) {
        return BankAnswer.read(text.getBytes(UTF_8), Optional.empty(), BATCH)
                        instanceof BankAnswer.Reading.Read(var results, _)
                ? Optional.of(results.stream().map(BankAnswer.Definite::result).toList())
                : Optional.empty();
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
                  <TxInfAndSts><OrgnlEndToEndId>NC3</OrgnlEndToEndId><TxSts>BLCK</TxSts></TxInfAndSts>
                  <TxInfAndSts><OrgnlEndToEndId>NC4</OrgnlEndToEndId><TxSts>ACTC</TxSts></TxInfAndSts>
                </OrgnlPmtInfAndSts>
              </CstmrPmtStsRpt>
            </Document>
            """;

    @Test
    void a_status_report_gives_settled_failed_with_its_reason_or_unknown() throws Exception {
        validate("pain.002.001.10.xsd", STATUS);

        assertThat(read(STATUS).orElseThrow())
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
            "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf>";

    private static Result failed(String id) {
        return new Result(id, PaymentState.FAILED, Optional.empty(), Optional.of("AM04"));
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
                          <TxInfAndSts><OrgnlEndToEndId>NC1</OrgnlEndToEndId><TxSts>BLCK</TxSts></TxInfAndSts>
                        </OrgnlPmtInfAndSts>
                        """
                                .formatted(REFUSED.replace("GrpSts", "PmtInfSts")));
        validate("pain.002.001.10.xsd", ofPart);

        assertThat(read(ofGroup).orElseThrow()).containsExactly(failed("NC1"), failed("NC2"));
        assertThat(read(ofPart).orElseThrow())
                .containsExactly(
                        new Result("NC1", PaymentState.UNKNOWN, Optional.empty(), Optional.empty()),
                        failed("NC2"));
        assertThat(read(report(message("NC9", REFUSED), "")).orElseThrow())
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
    void a_notification_reports_payments_that_arrived_and_that_came_back() {
        assertThat(read(NOTIFICATION).orElseThrow())
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
    void an_entry_that_is_not_booked_yet_has_not_arrived(String status) {
        var changed = NOTIFICATION.replace("<Cd>BOOK</Cd>", status);

        assertThat(read(changed)).isEmpty();
    }

    @Test
    void an_amount_in_another_currency_matches_no_payment() {
        var changed = NOTIFICATION.replace("Ccy=\"CNY\"", "Ccy=\"EUR\"");

        assertThat(read(changed).orElseThrow())
                .extracting(Result::fen)
                .containsOnly(Optional.of(Fen.of(-1)));
    }

    @Test
    void a_spreadsheets_byte_order_mark_is_no_part_of_the_file() {
        var read = read("\uFEFFendToEndId,outcome,reason\nNC1,SETTLED,\n");

        assertThat(read.orElseThrow()).extracting(Result::endToEndId).containsExactly("NC1");
    }

    @Test
    void a_file_without_a_payment_is_not_read_as_a_success() {
        assertThat(read(report(message(BATCH.messageId(), ""), ""))).isEmpty();
        assertThat(read(NOTIFICATION.replaceAll("(?s)<NtryDtls>.*?</NtryDtls>", ""))).isEmpty();
    }

    @Test
    void a_csv_says_the_same_row_by_row() {
        var read =
                read(
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
                "endToEndId\nNC1\n",
                "endToEndId,outcome,amountFen,reason\n",
                "endToEndId\toutcome\tamountFen\treason\nNC1\tSETTLED\t1\t\n"
            })
    void a_text_that_no_bank_sends_is_not_read(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PDNG", "ACTC", "ACSP", "RCVD"})
    void a_payment_in_progress_is_listed_and_has_no_result_yet(String status) throws Exception {
        var xml =
                report(
                        message(BATCH.messageId(), ""),
                        batch(transaction("NC1", "<TxSts>" + status + "</TxSts>")));
        validate("pain.002.001.10.xsd", xml);

        var reading = BankAnswer.read(xml.getBytes(UTF_8), Optional.empty(), BATCH);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        BankAnswer.Reading.Read.class,
                        read -> {
                            assertThat(read.told()).isEmpty();
                            assertThat(read.rest())
                                    .extracting(BankAnswer.Rest::name, BankAnswer.Rest::effect)
                                    .containsExactly(
                                            org.assertj.core.groups.Tuple.tuple(
                                                    "NC1", Result.Effect.PENDING));
                        });
    }

    @Test
    void a_rejection_for_a_time_out_is_unknown_since_a_bank_that_was_silent_may_have_paid() {
        var why = DUPLICATE.formatted("AB05");

        assertThat(
                        states(
                                report(
                                        message(BATCH.messageId(), ""),
                                        batch(transaction("NC1", "<TxSts>RJCT</TxSts>" + why)))))
                .containsExactly("NC1 UNKNOWN");
    }

    private static final String DUPLICATE = "<StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf>";

    private static String transaction(String id, String more) {
        return "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId>%s</TxInfAndSts>"
                .formatted(id, more);
    }

    private static String batch(String more) {
        return "<OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts>"
                .formatted(BATCH.messageId(), more);
    }

    private static List<String> states(String xml) {
        return read(xml).orElseThrow().stream()
                .map(result -> result.endToEndId() + " " + result.outcome())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AM05", "DU01", "DU02", "DU03", "DU04", "DU05", "DUPL"})
    void a_rejection_as_a_duplicate_is_unknown_at_each_level(String code) throws Exception {
        var why = DUPLICATE.formatted(code);
        var ofGroup = report(message(BATCH.messageId(), "<GrpSts>RJCT</GrpSts>" + why), "");
        var ofBatch =
                report(message(BATCH.messageId(), ""), batch("<PmtInfSts>RJCT</PmtInfSts>" + why));
        var ofPayment =
                report(
                        message(BATCH.messageId(), ""),
                        batch(transaction("NC1", "<TxSts>RJCT</TxSts>" + why)));
        var inherited =
                report(
                        message(BATCH.messageId(), "<GrpSts>RJCT</GrpSts>" + why),
                        batch(transaction("NC1", "<TxSts>RJCT</TxSts>")));
        for (var xml : List.of(ofGroup, ofBatch, ofPayment, inherited)) {
            validate("pain.002.001.10.xsd", xml);
        }

        assertThat(states(ofGroup)).containsExactly("NC1 UNKNOWN", "NC2 UNKNOWN");
        assertThat(states(ofBatch)).containsExactly("NC1 UNKNOWN", "NC2 UNKNOWN");
        assertThat(states(ofPayment)).containsExactly("NC1 UNKNOWN");
        assertThat(states(inherited)).containsExactly("NC1 UNKNOWN", "NC2 UNKNOWN");
        assertThat(read("endToEndId,outcome,reason\nNC1,FAILED," + code + "\n").orElseThrow())
                .extracting(Result::outcome)
                .containsExactly(PaymentState.UNKNOWN);
    }

    @Test
    void the_more_specific_state_holds() {
        assertThat(
                        states(
                                report(
                                        message(BATCH.messageId(), REFUSED),
                                        batch(
                                                "<PmtInfSts>ACSC</PmtInfSts>"
                                                        + transaction(
                                                                "NC1", "<TxSts>BLCK</TxSts>")))))
                .containsExactly("NC1 UNKNOWN", "NC2 SETTLED");
        assertThat(
                        states(
                                report(
                                        message(BATCH.messageId(), REFUSED),
                                        batch(
                                                "<PmtInfSts>PART</PmtInfSts>"
                                                        + transaction(
                                                                "NC1", "<TxSts>ACSC</TxSts>")))))
                .containsExactly("NC1 SETTLED");
        assertThat(
                        states(
                                report(
                                        message(BATCH.messageId(), REFUSED),
                                        batch(transaction("NC1", "<TxSts>ACSP</TxSts>")))))
                .containsExactly("NC2 FAILED");
        assertThat(
                        states(
                                report(
                                        message(BATCH.messageId(), ""),
                                        batch(
                                                "<PmtInfSts>RJCT</PmtInfSts>"
                                                        + transaction(
                                                                "NC1", DUPLICATE.formatted("DU04"))
                                                        + transaction(
                                                                "NC2",
                                                                DUPLICATE.formatted("AC01"))))))
                .containsExactly("NC1 UNKNOWN", "NC2 FAILED");
    }

    @Test
    void a_refusal_of_a_message_with_another_count_or_sum_is_none_of_this_batchs() {
        var wrong = message(BATCH.messageId(), "<OrgnlNbOfTxs>3</OrgnlNbOfTxs>" + REFUSED);
        var sum = message(BATCH.messageId(), "<OrgnlCtrlSum>80.05</OrgnlCtrlSum>" + REFUSED);

        assertThat(read(report(wrong, ""))).isEmpty();
        assertThat(read(report(sum, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTC", "ACCP", "ACSP", "ACWC", "RCVD", "PATC"})
    void a_payment_on_its_way_stays_as_it_is_and_is_listed(String code) {
        var xml =
                report(
                        message(BATCH.messageId(), ""),
                        batch(transaction("NC1", "<TxSts>" + code + "</TxSts>")));

        var read =
                (BankAnswer.Reading.Read)
                        BankAnswer.read(xml.getBytes(UTF_8), Optional.empty(), BATCH);
        assertThat(read.told()).isEmpty();
        assertThat(read.rest())
                .extracting(BankAnswer.Rest::name, BankAnswer.Rest::effect)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("NC1", Result.Effect.PENDING));
    }

    private static String entry(String direction, String more, String details) {
        return NOTIFICATION.replaceAll(
                "(?s)<Ntry>.*</Ntry>",
                """
                <Ntry><Amt Ccy="CNY">80.05</Amt><CdtDbtInd>%s</CdtDbtInd>%s<Sts><Cd>BOOK</Cd></Sts>
                  <BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd><NtryDtls>%s</NtryDtls></Ntry>
                """
                        .formatted(direction, more, details));
    }

    private static String details(String refs, String fen, String direction) {
        return """
        <TxDtls><Refs>%s</Refs><Amt Ccy="CNY">%s</Amt><CdtDbtInd>%s</CdtDbtInd></TxDtls>
        """
                .formatted(refs, fen, direction);
    }

    @Test
    void the_direction_of_the_entry_counts_unless_it_nets_its_details() {
        var named = "<EndToEndId>NC1</EndToEndId>";
        var two = "<EndToEndId>NC2</EndToEndId>";

        assertThat(states(entry("DBIT", "", details(named, "80.05", "CRDT"))))
                .containsExactly("NC1 SETTLED");
        assertThat(states(entry("CRDT", "", details(named, "80.05", "DBIT"))))
                .containsExactly("NC1 RETURNED");
        assertThat(
                        states(
                                entry(
                                        "DBIT",
                                        "",
                                        details(named, "100.05", "DBIT")
                                                + details(two, "20.00", "CRDT"))))
                .containsExactly("NC1 SETTLED", "NC2 RETURNED");
        assertThat(
                        states(
                                entry(
                                        "DBIT",
                                        "",
                                        details(named, "60.05", "DBIT")
                                                + details(two, "20.00", "CRDT"))))
                .containsExactly("NC1 SETTLED", "NC2 SETTLED");
        assertThat(
                        states(
                                entry(
                                        "DBIT",
                                        "",
                                        details(named, "60.00", "DBIT")
                                                + details(two, "19.00", "CRDT"))))
                .containsExactly("NC1 SETTLED");
    }

    @Test
    void a_reversed_debit_is_money_back_and_a_reversed_credit_pays_nothing() {
        var detail = details("<InstrId>NC1</InstrId>", "80.05", "DBIT");

        assertThat(states(entry("CRDT", "<RvslInd>true</RvslInd>", detail)))
                .containsExactly("NC1 RETURNED");
        assertThat(read(entry("DBIT", "<RvslInd>true</RvslInd>", detail)).orElseThrow())
                .extracting(Result::isReversal)
                .containsExactly(true);
    }

    @Test
    void an_entry_names_its_payment_by_any_reference_that_the_file_gave_it() {
        for (var refs :
                List.of(
                        "<InstrId>NC1</InstrId>",
                        "<EndToEndId>NOTPROVIDED</EndToEndId><InstrId> NC1 </InstrId>",
                        "<EndToEndId>8861</EndToEndId><TxId>NC1</TxId>")) {
            assertThat(states(entry("DBIT", "", details(refs, "80.05", "DBIT"))))
                    .containsExactly("NC1 SETTLED");
        }
        assertThat(
                        read(entry(
                                        "DBIT",
                                        "",
                                        details(
                                                "<EndToEndId>NOTPROVIDED</EndToEndId><TxId>8861</TxId>",
                                                "80.05",
                                                "DBIT")))
                                .orElseThrow())
                .containsExactly(
                        new Result(
                                "8861",
                                PaymentState.SETTLED,
                                Optional.of(Fen.of(8005)),
                                Optional.of("EndToEndId NOTPROVIDED, TxId 8861")));
        assertThat(
                        read(
                                entry(
                                        "DBIT",
                                        "",
                                        details(
                                                "<EndToEndId>NC1</EndToEndId><InstrId>NC2</InstrId>",
                                                "80.05",
                                                "DBIT"))))
                .isEmpty();
    }

    @Test
    void an_amount_with_three_decimals_is_no_amount() {
        assertThat(
                        read(entry("DBIT", "", details("<InstrId>NC1</InstrId>", "80.050", "DBIT")))
                                .orElseThrow())
                .extracting(Result::fen)
                .containsExactly(Optional.of(Fen.of(-1)));
    }
}

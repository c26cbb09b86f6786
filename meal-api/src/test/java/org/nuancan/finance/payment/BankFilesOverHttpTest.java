package org.nuancan.finance.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.http.Reply;

/// What banks really send, over HTTP: nothing is paid twice by it, and nothing is lost.
class BankFilesOverHttpTest {

    private static final Treasury MONEY = Treasury.shared();
    private static final AtomicInteger DISTRICT = new AtomicInteger(110_350);
    private static final String XML = "application/xml";

    private String district = "";
    private String statement = "";
    private Reply batch;
    private String payment = "";

    BankFilesOverHttpTest() {
        MONEY.nextDay();
        district = Integer.toString(DISTRICT.incrementAndGet());
        var canteen = MONEY.canteen(district, 1);
        MONEY.close();
        statement = MONEY.statement(canteen);
        MONEY.approve(statement, canteen, "officer");
        batch = MONEY.pay(MONEY.finance(district), district);
    }

    @BeforeEach
    void the_payment_is_sent() {
        assertThat(batch.status()).as(batch.toString()).isEqualTo(201);
        payment = batch.text("/payments/0/endToEndId");
    }

    private Reply send(String type, byte[] file) {
        return MONEY.finance(district)
                .withNewKey()
                .upload("/v1/payment-batches/" + batch.text("/batchId") + "/results", type, file);
    }

    private Reply send(String type, String file) {
        return send(type, file.getBytes(UTF_8));
    }

    private String report(String ofGroup, String ofPayments) {
        return """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
          <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId>%s</OrgnlGrpInfAndSts>
          <OrgnlPmtInfAndSts>%s</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
        """
                .formatted(batch.text("/messageId"), ofGroup, ofPayments);
    }

    private static String entries(String... entries) {
        return """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
          <Ntfctn>%s</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
        """
                .formatted(String.join("", entries));
    }

    private static String entry(String head, String refs) {
        return """
        <Ntry><Amt Ccy="CNY">8.00</Amt>%s<NtryDtls><TxDtls><Refs>%s</Refs>
          <Amt Ccy="CNY">8.00</Amt></TxDtls></NtryDtls></Ntry>
        """
                .formatted(head, refs);
    }

    private static final String OUT = "<CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>";
    private static final String BACK =
            "<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts><Cd>BOOK</Cd></Sts>";
    private static final String TAKEN_BACK =
            "<CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts><Cd>BOOK</Cd></Sts>";

    private String endToEnd() {
        return "<EndToEndId>" + payment + "</EndToEndId>";
    }

    private String state() {
        return MONEY.finance(district)
                .get("/v1/payment-batches/" + batch.text("/batchId"))
                .text("/payments/0/state");
    }

    private void nothingIsPaidAgain() {
        assertThat(MONEY.pay(MONEY.finance(district), district).code()).isEqualTo("NOTHING_TO_PAY");
    }

    @Test
    void a_file_that_the_bank_rejects_as_a_duplicate_is_paid_by_no_other_batch() {
        var why = "<StsRsnInf><Rsn><Cd>DU01</Cd></Rsn></StsRsnInf>";
        var reply = send(XML, report("<GrpSts>RJCT</GrpSts>" + why, ""));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.text("/results/0/outcome")).isEqualTo("UNKNOWN");
        assertThat(reply.text("/results/0/reason")).isEqualTo("DU01");
        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(MONEY.state(statement)).isEqualTo("IN_PAYMENT");
        nothingIsPaidAgain();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void the_same_holds_for_results_from_a_list_or_a_person(String form) {
        var reply =
                form.equals("csv")
                        ? send(
                                "text/csv",
                                "endToEndId,outcome,amountFen,reason\n%s,FAILED,800,AM05\n"
                                        .formatted(payment))
                        : MONEY.answer(
                                batch,
                                Map.of(
                                        "endToEndId",
                                        payment,
                                        "outcome",
                                        "FAILED",
                                        "reason",
                                        "DUPL: duplicate payment"));

        assertThat(reply.text("/results/0/effect")).isEqualTo("APPLIED");
        assertThat(state()).isEqualTo("UNKNOWN");
        nothingIsPaidAgain();
    }

    @Test
    void a_return_reported_before_the_payment_in_another_file_is_a_return() {
        var back = send(XML, entries(entry(BACK, endToEnd())));
        assertThat(back.text("/results/0/effect")).isEqualTo("APPLIED");
        assertThat(send(XML, entries(entry(OUT, endToEnd()))).text("/results/0/effect"))
                .isEqualTo("REPEATED");

        assertThat(state()).isEqualTo("RETURNED");
        assertThat(MONEY.state(statement)).isEqualTo("PAYMENT_FAILED");
        assertThat(MONEY.balances(district))
                .containsEntry("transit:" + district, 0L)
                .doesNotContainEntry("bank:" + district, -Treasury.OWED);
    }

    @Test
    void a_return_and_its_payment_in_one_file_are_a_return_and_sent_again_are_no_news() {
        var file = entries(entry(BACK, endToEnd()), entry(OUT, endToEnd()));

        assertThat(send(XML, file).number("/applied")).isEqualTo(2);
        assertThat(state()).isEqualTo("RETURNED");
        var again = send(XML, file);
        assertThat(again.number("/applied")).isZero();
        assertThat(again.text("/results/0/effect")).isEqualTo("REPEATED");
        assertThat(again.text("/results/1/effect")).isEqualTo("REPEATED");
        assertThat(MONEY.balances(district))
                .containsEntry("transit:" + district, 0L)
                .containsEntry("bank:" + district, 0L);
    }

    @Test
    void a_debit_that_reverses_a_credit_settles_nothing_and_is_listed() {
        var reply = send(XML, entries(entry(TAKEN_BACK, endToEnd())));

        assertThat(reply.text("/results/0/effect")).isEqualTo("CONFLICT");
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void
            an_entry_that_names_the_instruction_alone_is_applied_and_one_that_names_nothing_is_listed() {
        var reply =
                send(
                        XML,
                        entries(
                                entry(OUT, "<EndToEndId>NOTPROVIDED</EndToEndId>"),
                                entry(OUT, "<InstrId>" + payment + "</InstrId>")));

        assertThat(reply.text("/results/0/effect")).isEqualTo("NOT_OURS");
        assertThat(reply.text("/results/0/endToEndId")).isEqualTo("NOTPROVIDED");
        assertThat(reply.text("/results/1/effect")).isEqualTo("APPLIED");
        assertThat(reply.text("/results/1/at")).startsWith("Ntry 2, TxDtls 1");
        assertThat(state()).isEqualTo("SETTLED");
    }

    @Test
    void a_file_without_references_or_with_pending_entries_only_is_unreadable_and_says_where() {
        var nameless = send(XML, entries(entry(OUT, "")));
        assertThat(nameless.code()).isEqualTo("BANK_FILE_UNREADABLE");
        assertThat(nameless.text("/unread/0/at")).startsWith("Ntry 1, TxDtls 1");
        var pending = send(XML, entries(entry(OUT.replace("BOOK", "PDNG"), endToEnd())));
        assertThat(pending.code()).isEqualTo("BANK_FILE_UNREADABLE");
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void a_batch_that_is_booked_as_one_sum_is_applied_by_its_id() {
        var reply =
                send(
                        XML,
                        entries(
                                """
                                <Ntry><Amt Ccy="CNY">8.00</Amt>%s<NtryDtls><Btch><PmtInfId>%s</PmtInfId>
                                <NbOfTxs>1</NbOfTxs></Btch></NtryDtls></Ntry>
                                """
                                        .formatted(OUT, batch.text("/messageId"))));

        assertThat(reply.number("/applied")).isEqualTo(1);
        assertThat(state()).isEqualTo("SETTLED");
    }

    @Test
    void what_is_understood_is_applied_and_the_rest_is_listed_and_stays_in_the_reconciliation() {
        var reply =
                send(
                        "text/csv;charset=gb18030",
                        "企业流水号,交易状态,金额(元),失败原因\n%s,待人工核实,8.00,\n%s,交易失败,8.00,账户已销户\n"
                                .formatted(payment, payment)
                                .getBytes(Charset.forName("GB18030")));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.text("/results/0/reason")).isEqualTo("账户已销户");
        assertThat(reply.text("/unread/0/at")).isEqualTo("row 1 (line 2)");
        assertThat(
                        MONEY.finance(district)
                                .get("/v1/payment-batches/" + batch.text("/batchId"))
                                .body())
                .contains("账户已销户")
                .doesNotContain("\uFFFD");
        var differences =
                MONEY.finance(district)
                        .get(
                                "/v1/finance/reconciliation?date=%s&districtCode=%s"
                                        .formatted(MONEY.day().plusDays(1), district));
        assertThat(Treasury.pair(differences, "PAYMENTS_RESULTS").toString())
                .contains("RESULT_UNREAD");
    }

    @Test
    void a_declared_charset_is_honoured_or_refused() {
        var text = "endToEndId,outcome,amountFen,reason\n%s,FAILED,,账户已销户\n".formatted(payment);
        var gbk = text.getBytes(Charset.forName("GBK"));

        assertThat(send("text/csv;charset=koi8-r", gbk).status()).isEqualTo(415);
        assertThat(send("text/csv;charset=utf-8", gbk).code()).isEqualTo("BANK_FILE_UNREADABLE");
        assertThat(state()).isEqualTo("SENT");
        assertThat(send("text/csv;charset=GBK", gbk).text("/results/0/reason")).isEqualTo("账户已销户");
    }

    private static final String HEADER = "endToEndId,outcome,amountFen,reason\n";

    @Test
    void more_than_300_000_lines_are_refused_at_the_door() {
        var line = payment + ",SETTLED,800,\n";

        var reply = send("text/csv", HEADER + line.repeat(300_001));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.number("/mostLines")).isEqualTo(300_000);
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void ten_thousand_lines_move_a_payment_once() {
        var line = payment + ",SETTLED,800,\n";

        var reply = send("text/csv", HEADER + line.repeat(10_000));

        assertThat(reply.number("/applied")).isEqualTo(1);
        assertThat(reply.at("/results").size()).isEqualTo(10_000);
        assertThat(reply.number("/omitted")).isZero();
        assertThat(state()).isEqualTo("SETTLED");
    }

    @Test
    void a_larger_file_is_applied_and_its_answer_lists_its_own_payments_first() {
        var others = "PAYROLL-1,SETTLED,800,\n".repeat(12_000);
        var file = (HEADER + others + payment + ",SETTLED,800,\n").getBytes(UTF_8);
        var finance = MONEY.finance(district).withNewKey();
        var path = "/v1/payment-batches/" + batch.text("/batchId") + "/results";

        var reply = finance.upload(path, "text/csv", file);
        var again = finance.upload(path, "text/csv", file);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.number("/applied")).isEqualTo(1);
        assertThat(reply.at("/results").size()).isEqualTo(10_000);
        assertThat(reply.text("/results/0/endToEndId")).isEqualTo(payment);
        assertThat(reply.text("/results/0/state")).isEqualTo("SETTLED");
        assertThat(reply.text("/results/1/effect")).isEqualTo("NOT_OURS");
        assertThat(reply.number("/omitted")).isEqualTo(2_001);
        assertThat(again.body()).isEqualTo(reply.body());
        assertThat(state()).isEqualTo("SETTLED");
    }

    @Test
    void a_wrong_amount_or_currency_settles_nothing() {
        var other =
                List.of(
                        entries(entry(OUT, endToEnd()).replace("8.00", "8.01")),
                        entries(entry(OUT, endToEnd()).replace("CNY", "USD")),
                        entries(entry(OUT, endToEnd()).replace("8.00", "8.000")));
        for (var file : other) {
            assertThat(send(XML, file).text("/results/0/effect")).isEqualTo("AMOUNT_DIFFERS");
        }
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void entities_and_broken_xml_are_refused_with_their_place() {
        var entity =
                send(
                        XML,
                        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>\n"
                                + entries(entry(OUT, "&b;")));
        assertThat(entity.code()).isEqualTo("BANK_FILE_UNREADABLE");
        var broken = send(XML, entries(entry(OUT, endToEnd())).replace("</Ntfctn>", "</Oops>"));
        assertThat(broken.code()).isEqualTo("BANK_FILE_UNREADABLE");
        assertThat(broken.number("/line")).isPositive();
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void the_same_file_at_once_moves_a_payment_once() throws Exception {
        var file = entries(entry(OUT, endToEnd()));

        var replies = Treasury.atOnce(8, () -> send(XML, file));

        assertThat(replies).allMatch(one -> one.status() == 200);
        assertThat(replies.stream().mapToLong(one -> one.number("/applied")).sum()).isEqualTo(1);
    }
}

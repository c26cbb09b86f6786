package org.nuancan.finance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.user.UserService;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// From an approved statement to the account of its provider, over HTTP.
class PaymentsOverHttpTest {

    private static final Treasury MONEY = Treasury.shared();

    @BeforeEach
    void next_day() {
        MONEY.nextDay();
    }

    @Test
    void failed_and_returned_payments_are_paid_by_the_next_batch() {
        var canteen = MONEY.canteen("110301", 2);
        MONEY.close();
        var statement = MONEY.statement(canteen);
        assertThat(MONEY.pay(MONEY.finance("110301"), "110301").code()).isEqualTo("NOTHING_TO_PAY");
        MONEY.approve(statement, canteen, "officer");

        var batch = MONEY.pay(MONEY.finance("110301"), "110301");
        assertThat(batch.status()).as(batch.toString()).isEqualTo(201);
        assertThat(batch.number("/count")).isEqualTo(1);
        assertThat(batch.number("/sumFen")).isEqualTo(2 * Treasury.OWED);
        assertThat(MONEY.state(statement)).isEqualTo("IN_PAYMENT");
        assertThat(MONEY.balances("110301")).containsEntry("transit:110301", -2 * Treasury.OWED);
        assertThat(MONEY.pay(MONEY.finance("110301"), "110301").code()).isEqualTo("NOTHING_TO_PAY");

        var failed = MONEY.answer(batch, "FAILED");
        assertThat(failed.text("/results/0/effect")).isEqualTo("APPLIED");
        assertThat(MONEY.state(statement)).isEqualTo("PAYMENT_FAILED");
        assertThat(MONEY.answer(batch, "SETTLED").text("/results/0/effect")).isEqualTo("CONFLICT");

        var second = MONEY.pay(MONEY.finance("110301"), "110301");
        assertThat(second.text("/payments/0/endToEndId"))
                .isNotEqualTo(batch.text("/payments/0/endToEndId"));
        assertThat(MONEY.answer(second, "UNKNOWN").text("/results/0/state")).isEqualTo("UNKNOWN");
        assertThat(MONEY.pay(MONEY.finance("110301"), "110301").code()).isEqualTo("NOTHING_TO_PAY");
        assertThat(MONEY.answer(second, "SETTLED").text("/results/0/state")).isEqualTo("SETTLED");
        assertThat(MONEY.state(statement)).isEqualTo("PAID");
        assertThat(MONEY.answer(second, "SETTLED").text("/results/0/effect")).isEqualTo("REPEATED");
        assertThat(MONEY.answer(second, "RETURNED").text("/results/0/effect")).isEqualTo("APPLIED");
        assertThat(MONEY.state(statement)).isEqualTo("PAYMENT_FAILED");
        assertThat(MONEY.balances("110301"))
                .containsEntry("transit:110301", 0L)
                .containsEntry("bank:110301", 0L)
                .containsEntry("payable:" + canteen.providerId(), -2 * Treasury.OWED);
        assertThat(states("payment " + batch.text("/payments/0/paymentId")))
                .containsExactly("SENT -> FAILED");
        assertThat(states("payment " + second.text("/payments/0/paymentId")))
                .containsExactly("SETTLED -> RETURNED", "UNKNOWN -> SETTLED", "SENT -> UNKNOWN");
        assertThat(states("payment-batch " + batch.text("/batchId")))
                .containsExactly(" -> " + 2 * Treasury.OWED);
        assertThat(states("statement " + statement)).contains("APPROVED -> IN_PAYMENT");
    }

    @Test
    void a_suspended_provider_waits_for_its_payment_and_an_ended_one_is_paid() {
        var canteen = MONEY.canteen("110305", 3);
        MONEY.close();
        MONEY.approve(MONEY.statement(canteen), canteen, "officer");
        var officer = MONEY.server().as(Role.DISTRICT_OFFICER, ScopeWords.district("110305"));
        var path = "/v1/providers/" + canteen.providerId();
        var today = MONEY.day().plusDays(1).toString();
        assertThat(officer.post(path + "/suspend", Map.of("from", today, "reason", "核查")).status())
                .isEqualTo(200);

        var waits = MONEY.pay(MONEY.finance("110305"), "110305");

        assertThat(waits.code()).isEqualTo("NOTHING_TO_PAY");
        assertThat(waits.text("/waiting/0/why")).isEqualTo("PROVIDER_SUSPENDED");
        assertThat(officer.post(path + "/end", Map.of("on", today)).status()).isEqualTo(200);
        assertThat(officer.post(path + "/resume").text("/state")).isEqualTo("ENDED");
        var paid = MONEY.pay(MONEY.finance("110305"), "110305");
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(paid.number("/sumFen")).isEqualTo(3 * Treasury.OWED);
    }

    /// The changed values in the audit log about a subject, the latest first.
    private static List<String> states(String subject) {
        var auditor = MONEY.server().as(Role.AUDITOR, ScopeWords.district("110301"));
        var path = "/v1/audit-entries?subject=" + subject.replace(" ", "%20");
        return auditor.get(path).at("/items").findParents("before").stream()
                .map(change ->
                        change.at("/before").asText() + " -> " + change.at("/after").asText())
                .toList();
    }

    @Test
    void the_payment_file_never_changes_and_a_result_file_of_the_bank_is_read() {
        var canteen = MONEY.canteen("110302", 1);
        MONEY.close();
        var statement = MONEY.statement(canteen);
        MONEY.approve(statement, canteen, "officer");
        var batch = MONEY.pay(MONEY.finance("110302"), "110302");
        var path = "/v1/payment-batches/" + batch.text("/batchId");

        var xml = MONEY.finance("110302").get(path + "/file?format=pain001");
        assertThat(xml.status()).as(xml.toString()).isEqualTo(200);
        assertThat(xml.body())
                .contains("pain.001.001.09", "6222020200012345", "8.00", "账房食堂")
                .isEqualTo(MONEY.finance("110302").get(path + "/file").body());
        assertThat(xml.header("X-Control-Sum-Fen")).hasValue(Long.toString(Treasury.OWED));
        assertThat(MONEY.finance("110302").get(path + "/file?format=csv").body())
                .contains("6222020200012345", "8.00,800,CNY");
        assertThat(batch.body()).doesNotContain("6222020200012345");

        var unreadable = send(path, "text/csv", "what,is,this\n1,2,3\n");
        assertThat(unreadable.code()).isEqualTo("BANK_FILE_UNREADABLE");
        var taken =
                send(
                        path,
                        "text/csv",
                        "endToEndId,outcome,amountFen,reason\n%s,SETTLED,%d,\nother,SETTLED,1,\n"
                                .formatted(batch.text("/payments/0/endToEndId"), Treasury.OWED));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        assertThat(taken.number("/applied")).isEqualTo(1);
        assertThat(taken.text("/results/1/effect")).isEqualTo("NOT_OURS");
        assertThat(MONEY.state(statement)).isEqualTo("PAID");
        assertThat(MONEY.finance("110302").get(path).text("/payments/0/state"))
                .isEqualTo("SETTLED");
    }

    private static Reply send(String path, String type, String body) {
        return MONEY.finance("110302").withNewKey().send("POST", path + "/results", type, body);
    }

    @Test
    void the_approver_cannot_pay_and_other_districts_see_nothing() {
        var canteen = MONEY.canteen("110303", 1);
        MONEY.close();
        var statement = MONEY.statement(canteen);
        var payer = MONEY.finance("110303");
        var name = payerName(payer);
        MONEY.approve(statement, canteen, name);

        assertThat(MONEY.pay(payer, "110303").code()).isEqualTo("STATEMENT_SECOND_PERSON");
        assertThat(MONEY.state(statement)).isEqualTo("APPROVED");
        assertThat(MONEY.pay(MONEY.finance("110304"), "110303").status()).isEqualTo(403);
        assertThat(MONEY.pay(MONEY.city(), "110303").status()).isEqualTo(403);
        var other = MONEY.server().signedInAs(Role.DISTRICT_FINANCE, ScopeWords.district("110303"));
        var batch = MONEY.pay(other, "110303");
        assertThat(batch.status()).as(batch.toString()).isEqualTo(201);
        var path = "/v1/payment-batches/" + batch.text("/batchId");
        for (var address : List.of(path, path + "/file", path + "/results")) {
            var stranger = MONEY.finance("110304").withNewKey();
            var reply =
                    address.endsWith("results")
                            ? stranger.post(
                                    address,
                                    Map.of(
                                            "results",
                                            List.of(
                                                    Map.of(
                                                            "endToEndId",
                                                            "NC1",
                                                            "outcome",
                                                            "SETTLED"))))
                            : stranger.get(address);
            assertThat(reply.status()).as(address).isEqualTo(404);
        }
        assertThat(MONEY.finance("110304").get("/v1/payment-batches").at("/items").size()).isZero();
    }

    private static String payerName(Client payer) {
        var made =
                payer.withNewKey()
                        .post(
                                "/v1/finance/budgets",
                                Map.of(
                                        "payer",
                                        "110303",
                                        "year",
                                        2031,
                                        "changeFen",
                                        1,
                                        "reason",
                                        "who am I"));
        return made.text("/madeBy");
    }

    @Test
    void the_approver_of_a_statement_cannot_report_the_result_of_its_payment() {
        var canteen = MONEY.canteen("110305", 1);
        MONEY.close();
        var statement = MONEY.statement(canteen);
        var name = ServerUnderTest.unique("finance");
        var district = ScopeWords.district("110305");
        MONEY.server()
                .bean(UserService.class)
                .create(name, "a-password", Role.DISTRICT_FINANCE, district);
        var approver = MONEY.server().signedIn(name, "a-password");
        MONEY.approve(statement, canteen, name);
        var batch = MONEY.pay(MONEY.finance("110305"), "110305");
        var result =
                Map.of("endToEndId", batch.text("/payments/0/endToEndId"), "outcome", "SETTLED");

        var refused =
                approver.withNewKey()
                        .post(
                                "/v1/payment-batches/" + batch.text("/batchId") + "/results",
                                Map.of("results", List.of(result)));
        var taken = MONEY.answer(batch, result);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("STATEMENT_SECOND_PERSON");
        assertThat(taken.text("/results/0/effect")).isEqualTo("APPLIED");
        assertThat(MONEY.state(statement)).isEqualTo("PAID");
    }
}

package org.nuancan.finance.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.finance.payment.Treasury;
import org.nuancan.http.ServerUnderTest;

/// Money that comes in, over HTTP.
class ReceiptsOverHttpTest {

    private static final Treasury MONEY = Treasury.shared();

    @BeforeEach
    void next_day() {
        MONEY.nextDay();
    }

    @Test
    void money_comes_in_once_pays_the_oldest_and_the_reconciliation_closes() {
        MONEY.canteen("110305", 2);
        MONEY.close();
        var payer = MONEY.finance("110305");
        var before =
                payer.get(
                        "/v1/finance/reconciliation?date=" + MONEY.day() + "&districtCode=110305");
        assertThat(Treasury.pair(before, "CLAIMS_RECEIVED").at("/outcome").asText())
                .isEqualTo("DIFFERS");
        assertThat(Treasury.pair(before, "JOURNALS_STATEMENTS").at("/outcome").asText())
                .isEqualTo("AGREES");
        assertThat(Treasury.pair(before, "COLLECTED_RECEIVED").at("/outcome").asText())
                .isEqualTo("NOTHING_TO_COMPARE");

        var first = MONEY.receive("110305", Map.of("payer", "11"), 600, "R-1");
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.text("/journal")).isEqualTo("FUNDED");
        assertThat(first.number("/matchedFen")).isEqualTo(600);
        assertThat(MONEY.receive("110305", Map.of("payer", "11"), 600, "R-1").code())
                .isEqualTo("RECEIPT_ON_FILE");
        var second = MONEY.receive("110305", Map.of("payer", "11"), 2 * 550 - 600 + 50, "R-2");
        assertThat(second.number("/unmatchedFen")).isEqualTo(50);
        var third = MONEY.receive("110305", Map.of("payer", "110305"), 2 * 250, "R-3");
        assertThat(third.number("/unmatchedFen")).isZero();
        assertThat(MONEY.balances("110305"))
                .containsEntry("claim:11", -50L)
                .containsEntry("claim:110305", 0L)
                .containsEntry("bank:110305", 2L * 800 + 50);

        var after =
                payer.get(
                        "/v1/finance/reconciliation?date=" + MONEY.day() + "&districtCode=110305");
        var claims = Treasury.pair(after, "CLAIMS_RECEIVED");
        assertThat(claims.at("/left")).isEqualTo(claims.at("/right"));
        assertThat(claims.at("/differences").size()).isEqualTo(1);
        assertThat(claims.at("/differences/0/kind").asText()).isEqualTo("IN_ADVANCE");
        assertThat(payer.get("/v1/finance/receipts").at("/items").size()).isEqualTo(3);
        assertThat(
                        MONEY.finance("110304")
                                .get("/v1/finance/receipts/" + first.text("/receiptId"))
                                .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"payer":"11","tender":"ECNY"} | 100 | 400
                    {}                             | 100 | 400
                    {"payer":"HOUSEHOLD"}          | 100 | 400
                    {"payer":"PROVIDER"}           | 100 | 400
                    {"tender":"CASH"}              | 100 | 400
                    {"payer":"11"}                 | 0   | 400
                    {"payer":"11"}                 | -1  | 400
                    {"payer":"11"}                 | 1.5 | 400
                    {"providerId":"77"}            | 100 | 422
                    {"providerId":7}               | 100 | 400
                    {"tender":"ECNY"}              | 100 | 201
                    """)
    void the_payer_of_a_receipt_is_required(String from, String fen, int status) {
        var body =
                """
                {"districtCode": "110306", "from": %s, "fen": %s, "receivedOn": "2026-11-01",
                 "reference": "%s"}
                """
                        .formatted(from, fen, ServerUnderTest.unique("ref"));
        assertThat(MONEY.finance("110306").withNewKey().post("/v1/finance/receipts", body).status())
                .isEqualTo(status);
    }

    @Test
    void a_provider_pays_in_no_more_than_it_owes() {
        var canteen = MONEY.canteen("110307", 1);
        MONEY.close();
        var refused = MONEY.receive("110307", Map.of("providerId", canteen.providerId()), 5, "P-1");

        assertThat(refused.code()).isEqualTo("RECEIPT_EXCEEDS_DEBT");
        assertThat(refused.number("/owedFen")).isZero();
        assertThat(
                        MONEY.receive(
                                        "110308",
                                        Map.of("providerId", canteen.providerId()),
                                        5,
                                        "P-1")
                                .code())
                .isEqualTo("PROVIDER_UNKNOWN");
    }
}

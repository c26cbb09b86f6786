package org.nuancan.finance.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.finance.payment.Treasury;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;

/// What does not agree is taken, explained and closed, over HTTP.
class DifferencesOverHttpTest {

    private static final Treasury MONEY = Treasury.shared();

    @BeforeEach
    void next_day() {
        MONEY.nextDay();
    }

    @Test
    void a_difference_is_taken_explained_closed_and_opens_again_with_other_figures() {
        MONEY.canteen("110319", 1);
        MONEY.close();
        var payer = MONEY.finance("110319");
        var path = "/v1/finance/reconciliation?date=" + MONEY.day() + "&districtCode=110319";
        var before = payer.get(path);
        var item = Treasury.pair(before, "CLAIMS_RECEIVED");
        var id = item.at("/differences/0/differenceId").asText();
        assertThat(item.at("/differences/0/kind").asText()).isEqualTo("NOT_RECEIVED");
        assertThat(item.at("/differences/0/leftFen").asLong()).isEqualTo(550);
        assertThat(item.at("/differences/0/rightFen").asLong()).isZero();
        assertThat(item.at("/differences/0/records/0/id").asText()).isEqualTo("11");

        assertThat(handle(payer, id, "close", "110319").code()).isEqualTo("DIFFERENCE_STATE");
        assertThat(handle(payer, id, "take", "110319").text("/state")).isEqualTo("TAKEN");
        assertThat(handle(payer, id, "take", "110319").code()).isEqualTo("DIFFERENCE_STATE");
        assertThat(handle(payer, id, "explain", "110319").text("/explanation")).isEqualTo("late");
        assertThat(handle(payer, id, "close", "110319").text("/state")).isEqualTo("CLOSED");
        assertThat(handle(MONEY.finance("110304"), id, "take", "110319").status()).isEqualTo(403);
        assertThat(handle(MONEY.finance("110304"), id, "take", "110304").status()).isEqualTo(404);
        var closed = payer.get(path);
        assertThat(
                        Treasury.pair(closed, "CLAIMS_RECEIVED")
                                .at("/differences/0/handled/state")
                                .asText())
                .isEqualTo("CLOSED");
        assertThat(closed.number("/open")).isEqualTo(before.number("/open") - 1);

        assertThat(MONEY.receive("110319", Map.of("payer", "11"), 1, "D-1").status())
                .isEqualTo(201);
        var again = payer.get(path);
        assertThat(Treasury.pair(again, "CLAIMS_RECEIVED").at("/differences/0/handled").isNull())
                .isTrue();
        assertThat(again.number("/open")).isEqualTo(before.number("/open"));
        assertThat(
                        MONEY.server()
                                .as(Role.AUDITOR)
                                .with("Accept-Language", "en")
                                .get(
                                        "/v1/finance/reconciliation?date=2020-01-01&districtCode=110319")
                                .at("/items/0/text")
                                .asText())
                .isEqualTo("nothing to compare");
        assertThat(MONEY.city().get("/v1/finance/reconciliation?date=2020-01-01").status())
                .isEqualTo(400);
    }

    private static Reply handle(Client caller, String id, String step, String district) {
        var body =
                new TreeMap<String, Object>(
                        Map.of("date", MONEY.day().toString(), "districtCode", district));
        if (step.equals("explain")) {
            body.put("explanation", "late");
        }
        return caller.post("/v1/finance/differences/" + id + "/" + step, body);
    }
}

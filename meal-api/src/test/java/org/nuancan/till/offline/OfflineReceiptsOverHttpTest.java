package org.nuancan.till.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.terminal.TerminalActivationService;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.till.Canteen;

/// Which age of a receipt is taken, and where the others are seen.
class OfflineReceiptsOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Canteen CANTEEN = Canteen.open();
    private static final ObjectMapper JSON = SERVER.bean(ObjectMapper.class);

    private record Till(Client client, String key) {

        static Till activated() {
            var city = SERVER.as(Role.CITY_ADMIN);
            var made =
                    city.post(
                            "/v1/sites/" + CANTEEN.siteId() + "/terminals",
                            Map.of("label", "新收款机"));
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            var activated =
                    SERVER.anonymous()
                            .post(
                                    "/v1/terminals/activate",
                                    Map.of(
                                            "terminalId",
                                            made.text("/terminalId"),
                                            "activationCode",
                                            made.text("/activationCode")));
            return new Till(
                    SERVER.signedIn(made.text("/terminalId"), activated.text("/secret")),
                    activated.text("/signingKey"));
        }

        static Till longActive() {
            var name = ServerUnderTest.unique("long-active");
            var key =
                    SERVER.bean(TerminalActivationService.class)
                            .createActivated(name, CANTEEN.siteId(), "老收款机", "test-pass");
            return new Till(SERVER.signedIn(name, "test-pass"), key);
        }

        ObjectNode receipt(Instant at) {
            var receipt = new HashMap<String, Object>();
            receipt.put("localId", UUID.randomUUID().toString());
            receipt.put("occurredAt", at.toString());
            receipt.put("credential", Canteen.NOBODY);
            receipt.put("slot", "LUNCH");
            receipt.put("items", List.of(Map.of("sku", "SET", "quantity", 1)));
            receipt.put("tenders", List.of(Map.of("type", "CASH", "amountFen", 1800)));
            receipt.put("grantsGiven", List.of());
            ObjectNode node = JSON.valueToTree(receipt);
            node.put("signature", Signatures.of(node, key));
            return node;
        }

        Reply upload(ObjectNode receipt) {
            return client.withNewKey()
                    .post("/v1/pos/offline-uploads", Map.of("receipts", List.of(receipt)));
        }

        String outcome(Instant at) {
            var reply = upload(receipt(at));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            return reply.text("/results/0/outcome") + " " + reply.at("/results/0/reason").asText();
        }
    }

    private static Instant now() {
        return SERVER.bean(Clock.class).instant();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2S", "PT1H", "P1D", "P60D", "P2500D"})
    void a_receipt_from_before_the_first_activation_is_rejected(Duration before) {
        var activation = now();
        var till = Till.activated();

        assertThat(till.outcome(activation.minus(before))).isEqualTo("REJECTED BEFORE_ACTIVATION");
    }

    @Test
    void a_receipt_from_after_the_activation_is_accepted() {
        var till = Till.activated();

        var reply = till.upload(till.receipt(now()));

        assertThat(reply.text("/results/0/outcome")).as(reply.toString()).isEqualTo("ACCEPTED");
    }

    @Test
    void what_is_older_than_four_days_is_rejected_and_what_is_not_is_accepted() {
        var till = Till.longActive();
        var limit = now().minus(Duration.ofDays(4));

        assertThat(till.outcome(limit.minusSeconds(1))).isEqualTo("REJECTED TOO_OLD");
        assertThat(till.outcome(Instant.parse("2019-01-01T04:00:00Z")))
                .isEqualTo("REJECTED TOO_OLD");
        assertThat(till.outcome(limit.plusSeconds(60))).isEqualTo("ACCEPTED null");
    }

    @Test
    void rejected_receipts_are_listed_for_those_whose_site_it_is() {
        var till = Till.longActive();
        var old = till.receipt(Instant.parse("2019-01-01T04:00:00Z"));
        assertThat(till.upload(old).status()).isEqualTo(200);
        var manager =
                SERVER.as(
                        Role.PROVIDER_MANAGER,
                        ScopeWords.provider(Long.parseLong(CANTEEN.providerId())));
        var path = "/v1/pos/offline-receipts?outcome=REJECTED&siteId=" + CANTEEN.siteId();

        for (var reader :
                List.of(
                        manager,
                        SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105")),
                        SERVER.as(Role.AUDITOR))) {
            var listed = reader.get(path);
            assertThat(listed.status()).as(listed.toString()).isEqualTo(200);
            var first = listed.at("/items/0");
            assertThat(first.at("/localId").asText()).isEqualTo(old.get("localId").asText());
            assertThat(first.at("/outcome").asText()).isEqualTo("REJECTED");
            assertThat(first.at("/reason").asText()).isEqualTo("TOO_OLD");
            assertThat(first.at("/orderId").isNull()).isTrue();
            assertThat(first.at("/occurredAt").asText()).isEqualTo("2019-01-01T04:00:00Z");
            assertThat(first.at("/paidFen").asLong()).isEqualTo(1800);
        }
        var elsewhere = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));
        assertThat(elsewhere.get(path).at("/items")).isEmpty();
        assertThat(manager.get(path + "&to=2020-01-01").at("/items")).isEmpty();
        assertThat(manager.get(path + "&outcome=LATE").status()).isEqualTo(400);
    }
}

package org.nuancan.till.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.card;
import static org.nuancan.till.Canteen.grants;
import static org.nuancan.till.Canteen.lunch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.terminal.TerminalActivationService;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.till.Canteen;
import org.nuancan.till.Crowd;
import org.nuancan.till.pack.OfflineCards;

/// lessons.md: orders doubled or lost by tills that were cut off.
class OfflineTest {

    private static final Canteen CANTEEN = Canteen.open();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TERMINAL = ServerUnderTest.unique("cut-off");
    private static final String KEY =
            CANTEEN.server()
                    .bean(TerminalActivationService.class)
                    .createActivated(TERMINAL, CANTEEN.siteId(), "收银台", "test-pass");
    private static final Client TILL = CANTEEN.server().signedIn(TERMINAL, "test-pass");

    /// A lunch of one set meal, some of it let off, the rest paid in cash.
    private static Map<String, Object> receipt(Object credential, long givenFen) {
        var receipt = new HashMap<String, Object>();
        receipt.put("localId", UUID.randomUUID().toString());
        receipt.put("occurredAt", minutesAgo(1).toString());
        receipt.put("credential", credential);
        receipt.put("slot", "LUNCH");
        receipt.put("fulfilment", "DINE_IN");
        receipt.put("items", List.of(Map.of("sku", "SET", "quantity", 1)));
        receipt.put("tenders", List.of(Map.of("type", "CASH", "amountFen", 1800 - givenFen)));
        receipt.put("roundingFen", 0);
        receipt.put(
                "grantsGiven",
                givenFen == 0 ? List.of() : List.of(Map.of("code", "BJ-DINER", "fen", givenFen)));
        receipt.put("shiftId", "S1");
        receipt.put("sequence", 1);
        return receipt;
    }

    private static Instant minutesAgo(long minutes) {
        return CANTEEN.server()
                .bean(Clock.class)
                .instant()
                .minus(Duration.ofMinutes(minutes))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static ObjectNode signed(Map<String, Object> receipt) {
        return signed(receipt, KEY);
    }

    private static ObjectNode signed(Map<String, Object> receipt, String key) {
        ObjectNode node = JSON.valueToTree(receipt);
        node.put("signature", Signatures.of(node, key));
        return node;
    }

    private static Reply upload(ObjectNode... receipts) {
        return TILL.withNewKey()
                .post("/v1/pos/offline-uploads", Map.of("receipts", List.of(receipts)));
    }

    private static String outcome(Reply reply, int index) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.text("/results/" + index + "/outcome");
    }

    @Test
    void a_correct_offline_grant_is_accepted() {
        var diner = CANTEEN.entitled();

        var reply = upload(signed(receipt(card(diner.card()), 500)));

        assertThat(outcome(reply, 0)).as(reply.toString()).isEqualTo("ACCEPTED");
        var order = TILL.get("/v1/pos/checkouts/" + reply.text("/results/0/orderId"));
        assertThat(grants(order)).containsExactly("BJ-DINER 500", "BJ-FLOW 300");
        assertThat(order.number("/elderPaysFen")).isEqualTo(1300);
        assertThat(order.text("/origin")).isEqualTo("OFFLINE");
    }

    @Test
    void an_offline_grant_above_the_limit_is_the_providers_loss() {
        var diner = CANTEEN.entitled();
        assertThat(CANTEEN.sell(lunch(diner, 1300)).status()).isEqualTo(201);

        var reply = upload(signed(receipt(card(diner.card()), 500)));

        assertThat(outcome(reply, 0)).isEqualTo("ACCEPTED_LESS");
        assertThat(reply.text("/results/0/reason")).isEqualTo("LIMIT");
        var order = TILL.get("/v1/pos/checkouts/" + reply.text("/results/0/orderId"));
        assertThat(order.number("/excessFen")).isEqualTo(500);
        assertThat(order.number("/elderPaysFen")).isEqualTo(1300);
        assertThat(grants(order)).isEmpty();
    }

    @Test
    void what_was_given_while_the_provider_was_suspended_is_its_loss() {
        var own = Canteen.open();
        var terminal = ServerUnderTest.unique("suspended");
        var key =
                own.server()
                        .bean(TerminalActivationService.class)
                        .createActivated(terminal, own.siteId(), "收银台", "test-pass");
        var till = own.server().signedIn(terminal, "test-pass");
        var officer = own.server().as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
        var path = "/v1/providers/" + own.providerId();
        var today = BusinessDay.of(minutesAgo(0)).date().toString();
        var suspended = officer.post(path + "/suspend", Map.of("from", today, "reason", "停业整顿"));
        assertThat(suspended.status()).as(suspended.toString()).isEqualTo(200);
        var during = receipt(card(own.entitled().card()), 400);
        during.put("occurredAt", own.server().bean(Clock.class).instant().toString());
        var before = receipt(card(own.entitled().card()), 500);
        assertThat(officer.post(path + "/resume").status()).isEqualTo(200);

        var reply =
                till.withNewKey()
                        .post(
                                "/v1/pos/offline-uploads",
                                Map.of(
                                        "receipts",
                                        List.of(signed(during, key), signed(before, key))));

        assertThat(outcome(reply, 0)).as(reply.toString()).isEqualTo("ACCEPTED_LESS");
        assertThat(reply.text("/results/0/reason")).isEqualTo("PROVIDER_SUSPENDED");
        var order = till.get("/v1/pos/checkouts/" + reply.text("/results/0/orderId"));
        assertThat(grants(order)).isEmpty();
        assertThat(order.number("/excessFen")).isEqualTo(400);
        assertThat(order.number("/elderPaysFen")).isEqualTo(1800 - 400);
        assertThat(own.balance("discount")).isEqualTo(400);
        assertThat(outcome(reply, 1)).isEqualTo("ACCEPTED");
    }

    @Test
    void of_two_of_one_upload_the_earlier_is_granted() {
        var diner = CANTEEN.entitled();
        var later = receipt(card(diner.card()), 500);
        var earlier = receipt(card(diner.card()), 500);
        earlier.put("occurredAt", minutesAgo(2).toString());

        var reply = upload(signed(later), signed(earlier));

        assertThat(outcome(reply, 0)).isEqualTo("ACCEPTED_LESS");
        assertThat(outcome(reply, 1)).isEqualTo("ACCEPTED");
    }

    @Test
    void the_same_receipt_again_is_a_duplicate_and_another_one_under_its_id_is_rejected() {
        var receipt = receipt(card(CANTEEN.entitled().card()), 500);
        var first = upload(signed(receipt));
        receipt.put("slot", "DINNER");

        var again = upload(signed(with(receipt, "slot", "LUNCH")));
        var other = upload(signed(receipt));

        assertThat(outcome(first, 0)).isEqualTo("ACCEPTED");
        assertThat(outcome(again, 0)).isEqualTo("DUPLICATE");
        assertThat(again.text("/results/0/orderId")).isEqualTo(first.text("/results/0/orderId"));
        assertThat(outcome(other, 0)).isEqualTo("REJECTED");
        assertThat(other.text("/results/0/reason")).isEqualTo("LOCAL_ID_REUSED");
    }

    private static Map<String, Object> with(Map<String, Object> receipt, String field, Object to) {
        return Canteen.with(receipt, field, to);
    }

    @Test
    void the_same_upload_twenty_times_at_once_books_each_receipt_once() {
        var receipt = signed(receipt(card(CANTEEN.entitled().card()), 500));

        var replies = Crowd.of(20).all(number -> upload(receipt));

        assertThat(replies.stream().map(reply -> reply.text("/results/0/orderId")).distinct())
                .hasSize(1);
        assertThat(replies.stream().filter(reply -> outcome(reply, 0).equals("ACCEPTED")))
                .hasSize(1);
    }

    @Test
    void a_receipt_that_cannot_be_booked_is_rejected_and_the_others_are_booked() {
        var forged = signed(receipt(card(CANTEEN.entitled().card()), 500));
        forged.put("slot", "DINNER");
        var future =
                with(
                        receipt(card(CANTEEN.entitled().card()), 500),
                        "occurredAt",
                        "2099-01-01T00:00:00Z");
        var short1 =
                with(
                        receipt(card(CANTEEN.entitled().card()), 500),
                        "tenders",
                        List.of(Map.of("type", "CASH", "amountFen", 1)));
        var good = receipt(card(CANTEEN.entitled().card()), 500);

        var reply = upload(forged, signed(future), signed(short1), signed(good));

        assertThat(outcome(reply, 0)).isEqualTo("REJECTED");
        assertThat(reply.text("/results/0/reason")).isEqualTo("SIGNATURE_INVALID");
        assertThat(reply.text("/results/1/reason")).isEqualTo("IN_THE_FUTURE");
        assertThat(reply.text("/results/2/reason")).isEqualTo("TENDERS_DO_NOT_ADD_UP");
        assertThat(outcome(reply, 3)).isEqualTo("ACCEPTED");
    }

    @Test
    void a_sale_with_an_unknown_card_is_accepted_and_the_discount_is_the_providers_loss() {
        var reply = upload(signed(receipt(card("NO-SUCH-CARD"), 500)));

        assertThat(outcome(reply, 0)).isEqualTo("ACCEPTED_LESS");
        assertThat(reply.text("/results/0/reason")).isEqualTo("CREDENTIAL_NOT_USABLE");
    }

    @Test
    void a_malformed_receipt_is_named_by_its_place() {
        var receipt = signed(receipt(card("X"), 0));
        receipt.put("slot", "TEA");

        var reply = upload(signed(receipt(card("Y"), 0)), receipt);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/errors").findValuesAsText("pointer"))
                .containsExactly("/receipts/1/slot");
    }

    @Test
    void a_year_that_no_database_holds_is_named_by_its_place() {
        for (var time : List.of("+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z")) {
            var reply = upload(signed(with(receipt(card("Y"), 0), "occurredAt", time)));

            assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
            assertThat(reply.at("/errors").findValuesAsText("pointer"))
                    .containsExactly("/receipts/0/occurredAt");
        }
    }

    @Test
    void the_pack_names_cards_by_salted_hashes_only_and_is_fetched_once() {
        var entitled = CANTEEN.entitled();
        var ordinary = CANTEEN.ordinary();
        var lost = CANTEEN.entitled();
        CANTEEN.server()
                .as(Role.CITY_ADMIN)
                .post("/v1/cards/" + lost.card() + "/state", Map.of("state", "LOST"));

        var pack = TILL.get("/v1/pos/offline-pack");

        assertThat(pack.status()).as(pack.toString()).isEqualTo(200);
        var salt = pack.text("/salt");
        var entitlements = new HashMap<String, String>();
        pack.at("/entitlements")
                .forEach(one ->
                        entitlements.put(
                                one.at("/cardHash").asText(), one.at("/codes").toString()));
        assertThat(entitlements)
                .containsEntry(OfflineCards.hash(salt, entitled.card()), "[\"BJ-DINER\"]")
                .doesNotContainKey(OfflineCards.hash(salt, ordinary.card()))
                .doesNotContainKey(OfflineCards.hash(salt, lost.card()));
        assertThat(pack.at("/hotList").toString()).contains(OfflineCards.hash(salt, lost.card()));
        assertThat(pack.body()).doesNotContain(entitled.card(), entitled.idNumber());
        assertThat(pack.at("/policies/0/code").asText()).isEqualTo("BJ-DINER");
        var again =
                TILL.with("If-None-Match", pack.header("ETag").orElseThrow())
                        .get("/v1/pos/offline-pack");
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void an_id_number_of_a_receipt_is_not_kept_in_the_clear() {
        var diner = CANTEEN.entitled();
        var reply =
                upload(
                        signed(
                                receipt(
                                        Map.of("type", "ID_NUMBER", "value", diner.idNumber()),
                                        500)));

        assertThat(outcome(reply, 0)).isEqualTo("ACCEPTED");
        var kept =
                CANTEEN.server()
                        .bean(Transactions.class)
                        .reading(connection ->
                                Sql.on(
                                                connection,
                                                """
                                                select content from offline_receipt
                                                where order_id = ?
                                                """)
                                        .with(Long.parseLong(reply.text("/results/0/orderId")))
                                        .one(row -> row.text("content")));
        assertThat(kept).doesNotContain(diner.idNumber());
    }

    @Test
    void a_shift_report_lists_its_missing_numbers() {
        var till = CANTEEN.server().newTerminal(CANTEEN.siteId());
        for (var number : List.of(1, 2, 5)) {
            var sold =
                    till.withNewKey()
                            .post(
                                    "/v1/pos/checkouts",
                                    with(
                                            with(
                                                    Canteen.sale(Canteen.NOBODY, 1800),
                                                    "shiftId",
                                                    "MORNING"),
                                            "sequence",
                                            number));
            assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        }
        var report =
                Map.of(
                        "shiftId",
                        "MORNING",
                        "from",
                        "2026-11-18T06:00:00+08:00",
                        "to",
                        "2026-11-18T14:00:00+08:00",
                        "count",
                        6,
                        "lastSequence",
                        6,
                        "grossFen",
                        3 * 1800,
                        "tenders",
                        List.of(Map.of("type", "CASH", "amountFen", 3 * 1800)));

        var filed = till.withNewKey().post("/v1/pos/shift-reports", report);
        var again = till.withNewKey().post("/v1/pos/shift-reports", report);

        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        assertThat(filed.at("/missingSequences").toString()).isEqualTo("[3,4,6]");
        assertThat(again.code()).isEqualTo("SHIFT_REPORTED");
    }
}

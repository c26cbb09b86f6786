package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Every kind of request that a till is refused, once each; none of them may change the books.
final class Refusals {

    private final Till till;
    private final Till elsewhere;
    private final Enrolment desk;
    private final Guests guests;
    private final Forecast forecast;
    private final Calendar calendar;
    private final Tally tally;
    private int count;

    Refusals(Morning morning, Enrolment desk) {
        this.till = morning.tills().get(0);
        this.elsewhere = morning.tills().get(1);
        this.desk = desk;
        this.guests = morning.guests();
        this.forecast = morning.noon().forecast();
        this.calendar = morning.noon().calendar();
        this.tally = morning.noon().tally();
    }

    /// @return the number of refusals that the contract demands
    int meetAll() {
        cards();
        codes();
        persons();
        trays();
        tenders();
        keys();
        callers();
        return count;
    }

    private void cards() {
        unusable(Guest.Credential.card("DEMO-NOBODY"), "CARD_UNKNOWN");
        for (var state : List.of("LOST", "FROZEN", "CANCELLED")) {
            var newcomer = desk.enrol(forecast.date().plusYears(5));
            desk.report(newcomer, state);
            unusable(Guest.Credential.card(newcomer.cardNumber()), "CARD_" + state);
        }
        var yesterday = forecast.date().minusDays(1);
        var late = desk.enrol(yesterday);
        unusable(Guest.Credential.card(late.cardNumber()), "CARD_EXPIRED");
    }

    private void codes() {
        unusable(Guest.Credential.code("NC1.none.of.ours"), "CODE_UNKNOWN");
        var newcomer = desk.enrol(forecast.date().plusYears(5));
        var tooOld = desk.code(newcomer);
        calendar.passMinutes(2);
        unusable(Guest.Credential.code(tooOld), "CODE_EXPIRED");
        var code = Guest.Credential.code(desk.code(newcomer));
        // The desk enrolled this elder today, so there is no prediction.
        var meal = guests.passerBy(till.shop()).showing(code);
        tally.sold(till.sell(meal, forecast.silent(), new Latencies()).sold());
        unusable(code, "CODE_USED");
    }

    private void persons() {
        unusable(Guest.Credential.idNumber(Enrolment.anyIdNumber()), "ELDER_UNKNOWN");
        unusable(Guest.Credential.card(guests.suspended().cardNumber()), "ELDER_NOT_ACTIVE");
    }

    /// Verification, quote and checkout give the same answer.
    private void unusable(Guest.Credential credential, String reason) {
        var request = Api.JSON.createObjectNode();
        request.set("credential", credential.json());
        var verification = till.session().post("/v1/pos/verifications", request).granted();
        Disagreement.unlessAlike("verification", reason, verification.path("reason").asText());
        Disagreement.unlessAlike("usable", false, verification.path("usable").asBoolean(true));
        var guest = guests.passerBy(till.shop()).showing(credential);
        expect(till.session().post("/v1/pos/quotes", till.tray(guest)), 422, reason);
        expect(pay(till.checkout(guest, Item.grossFen(guest.items()))), 422, reason);
    }

    private void trays() {
        var guest = guests.passerBy(till.shop());
        var gross = Item.grossFen(guest.items());

        var dearer = till.checkout(guest, gross);
        var set = till.shop().prices().stream().filter(price -> !price.openPrice()).findFirst();
        firstItem(dearer)
                .put("sku", set.orElseThrow().sku())
                .put("unitPriceFen", set.orElseThrow().priceFen() + 1);
        expect(pay(dearer), 422, "PRICE_MISMATCH");

        var unknown = till.checkout(guest, gross);
        firstItem(unknown).put("sku", "NOT-ON-THE-LIST");
        expect(pay(unknown), 422, "SKU_UNKNOWN");
    }

    private void tenders() {
        var guest = guests.passerBy(till.shop());
        var gross = Item.grossFen(guest.items());

        var tooLittle = till.checkout(guest, gross);
        oneTender(tooLittle).put("type", "MOBILE").put("amountFen", 1).putNull("reference");
        var refused = expect(pay(tooLittle.put("roundingFen", 0)), 422, "TENDERS_DO_NOT_ADD_UP");
        Disagreement.unlessAlike(
                "the right sum", gross, refused.body().path("elderPaysFen").asLong());

        var without = till.checkout(guest, gross).put("roundingFen", 0);
        oneTender(without).put("type", "ALLOWANCE").put("amountFen", gross).putNull("reference");
        expect(pay(without), 422, "REFERENCE_REQUIRED");

        var rounded = till.checkout(guest, gross).put("roundingFen", 5);
        oneTender(rounded).put("type", "MOBILE").put("amountFen", gross - 5).putNull("reference");
        expect(pay(rounded), 422, "ROUNDING_REFUSED");

        // An acquirer's reference is accepted once, whatever the key.
        var byCode =
                new Guest(Optional.empty(), Optional.empty(), guest.items(), Guest.Manner.ECNY);
        var first = till.checkout(byCode, gross);
        tally.sold(till.made(byCode, forecast, pay(first).granted()));
        expect(pay(first), 422, "REFERENCE_USED");

        var asText = till.checkout(guest, gross);
        oneTender(asText).put("amountFen", Long.toString(gross));
        expect(pay(asText), 400, "REQUEST_INVALID");
    }

    private void keys() {
        var guest = guests.passerBy(till.shop());
        var body = till.checkout(guest, Item.grossFen(guest.items()));
        var key = UUID.randomUUID().toString();
        var first = till.session().post("/v1/pos/checkouts", body, key).granted();
        var sold = till.made(guest, forecast, first);
        tally.sold(sold);

        var again = till.session().post("/v1/pos/checkouts", body, key);
        Disagreement.unlessAlike("the same answer to the same key", first, again.granted());
        Disagreement.unlessAlike("Idempotent-Replayed", true, again.replayed());

        var other = body.deepCopy().put("sequence", 9_999);
        expect(till.session().post("/v1/pos/checkouts", other, key), 422, "IDEMPOTENCY_KEY_REUSED");
        expect(till.session().post("/v1/pos/checkouts", body), 400, "IDEMPOTENCY_KEY_REQUIRED");

        var tooMuch = Api.JSON.createObjectNode().put("reason", "演示");
        tooMuch.putArray("items").add(guest.items().getFirst().times(99).json());
        expect(
                till.session()
                        .post(
                                "/v1/pos/checkouts/" + sold.orderId() + "/refunds",
                                tooMuch,
                                UUID.randomUUID().toString()),
                422,
                "REFUND_EXCEEDS_ORDER");
        expect(elsewhere.session().get("/v1/pos/checkouts/" + sold.orderId()), 404, "NOT_FOUND");
    }

    private void callers() {
        var nothing = Api.JSON.createObjectNode();
        expect(till.session().post("/v1/users", nothing), 403, "FORBIDDEN");
        expect(till.anonymously("/v1/elders/1"), 401, "UNAUTHENTICATED");
    }

    private Answer pay(JsonNode body) {
        return till.session().post("/v1/pos/checkouts", body, UUID.randomUUID().toString());
    }

    private static ObjectNode firstItem(ObjectNode body) {
        return (ObjectNode) body.path("items").path(0);
    }

    private static ObjectNode oneTender(ObjectNode body) {
        var tenders = (ArrayNode) body.path("tenders");
        while (tenders.size() > 1) {
            var _ = tenders.remove(1);
        }
        return (ObjectNode) tenders.path(0);
    }

    @CanIgnoreReturnValue
    private Answer expect(Answer answer, int status, String code) {
        Disagreement.unlessAlike(
                answer.request() + " 应被拒绝 · should be refused",
                status + " " + code,
                answer.status() + " " + answer.code());
        count++;
        return answer;
    }
}

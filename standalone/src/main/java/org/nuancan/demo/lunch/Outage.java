package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.erdtman.jcs.JsonCanonicalizer;

/// The network fails: a till goes on selling with its offline pack, and uploads its receipts
/// afterwards.
final class Outage {

    /// The outcomes of a receipt.
    private record Handed(Guest guest, ObjectNode receipt, String expected) {}

    private static final long GIVEN_FEN = 500;

    private final Till till;
    private final Noon noon;
    private final Map<String, Handed> handed = new LinkedHashMap<>();
    private final Map<String, String> orders = new HashMap<>();
    private OffsetDateTime clock;

    Outage(Till till, Noon noon) {
        this.till = till;
        this.noon = noon;
        this.clock = noon.calendar().now();
    }

    /// Sells to `guests` without a network, and again to some guests who ate elsewhere already.
    ///
    /// @param fed guests who had their subsidised meal
    /// @return the number of receipts by outcome
    Map<String, Integer> play(List<Guest> guests, List<Guest> fed) {
        var pack = till.session().get("/v1/pos/offline-pack").granted();
        if (pack.path("maxOfflineFen").asLong() < GIVEN_FEN
                || pack.path("salt").asText().isEmpty()) {
            throw new Disagreement(
                    "离线包不全 · the offline pack is not whole: " + pack.path("maxOfflineFen"));
        }
        guests.forEach(guest -> sell(guest, given(guest), "ACCEPTED"));
        fed.forEach(guest -> sell(guest, GIVEN_FEN, "ACCEPTED_LESS"));
        spoilt(guests.getFirst());
        noon.calendar().at(12, 30);
        var outcomes = upload(handed.keySet().stream().toList(), Map.of());
        // The answer is lost, so the till uploads the last receipts again, under a new key.
        var again = handed.keySet().stream().limit(5).toList();
        upload(again, Map.of("ACCEPTED", "DUPLICATE"))
                .forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
        book();
        return outcomes;
    }

    private long given(Guest guest) {
        return guest.elder()
                        .filter(elder -> noon.forecast().trusted())
                        .filter(elder -> noon.forecast().isEntitled(elder, till.shop()))
                        .filter(elder -> Item.billFen(guest.items()) > GIVEN_FEN)
                        .isPresent()
                ? GIVEN_FEN
                : 0;
    }

    @CanIgnoreReturnValue
    private ObjectNode sell(Guest guest, long givenFen, String expected) {
        clock = clock.plusSeconds(20);
        var receipt = till.checkout(guest, Item.grossFen(guest.items()) - givenFen);
        till.countOne();
        var localId = UUID.randomUUID().toString();
        receipt.put("localId", localId)
                .put("occurredAt", Calendar.text(clock))
                .put("fulfilment", "DINE_IN");
        var given = receipt.putArray("grantsGiven");
        if (givenFen > 0) {
            given.addObject().put("code", "BJ-DINER").put("fen", givenFen);
        }
        sign(receipt);
        handed.put(localId, new Handed(guest, receipt, expected));
        return receipt;
    }

    /// Three receipts that are stored and listed, but never booked.
    private void spoilt(Guest guest) {
        sell(guest, 0, "REJECTED").put("signature", "00".repeat(32));
        var future = sell(guest, 0, "REJECTED");
        sign(future.put("occurredAt", Calendar.text(clock.plusHours(20))));
        var tooLittle = sell(guest, 0, "REJECTED");
        var tenders = tooLittle.putArray("tenders");
        tenders.add(Tender.of(Tender.Type.MOBILE, 1).json());
        sign(tooLittle.put("roundingFen", 0));
    }

    /// Lower-case hex of HMAC-SHA-256 over the receipt without `signature` in the form of RFC 8785.
    private void sign(ObjectNode receipt) {
        var unsigned = receipt.deepCopy();
        var _ = unsigned.remove("signature");
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            till.signingKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var canonical = new JsonCanonicalizer(unsigned.toString()).getEncodedUTF8();
            receipt.put("signature", HexFormat.of().formatHex(mac.doFinal(canonical)));
        } catch (GeneralSecurityException | IOException exception) {
            throw new Disagreement("无法签名 · cannot sign", exception);
        }
    }

    private Map<String, Integer> upload(List<String> localIds, Map<String, String> instead) {
        var body = Api.JSON.createObjectNode();
        var receipts = body.putArray("receipts");
        localIds.forEach(localId -> receipts.add(find(localId).receipt()));
        var results =
                till.session()
                        .post("/v1/pos/offline-uploads", body, UUID.randomUUID().toString())
                        .granted()
                        .path("results");
        Disagreement.unlessAlike("上传结果数 · results", localIds.size(), results.size());
        var outcomes = new TreeMap<String, Integer>();
        for (var result : results) {
            outcomes.merge(check(result, instead), 1, Integer::sum);
        }
        return outcomes;
    }

    private String check(JsonNode result, Map<String, String> instead) {
        var handedIn = find(result.path("localId").asText());
        var outcome = result.path("outcome").asText();
        Disagreement.unlessAlike(
                "离线小票 · offline receipt " + result,
                instead.getOrDefault(handedIn.expected(), handedIn.expected()),
                outcome);
        if (instead.isEmpty()) {
            orders.put(result.path("localId").asText(), result.path("orderId").asText());
        }
        return outcome;
    }

    private Handed find(String localId) {
        var found = handed.get(localId);
        if (found == null) {
            throw new Disagreement("未知的小票 · a result for an unknown receipt: " + localId);
        }
        return found;
    }

    private void book() {
        handed.forEach((localId, handedIn) -> {
            if (!handedIn.expected().equals("REJECTED")) {
                noon.tally().sold(booked(handedIn, orders.getOrDefault(localId, "?")));
            }
        });
    }

    /// Checks an offline sale as the service booked it: the guest's payment is the amount that the
    /// till took.
    private Sold booked(Handed handedIn, String orderId) {
        var order = till.session().get("/v1/pos/checkouts/" + orderId).granted();
        var sold =
                new Sold(
                        orderId,
                        order.path("receiptNumber").asText(),
                        till.shop().providerId(),
                        handedIn.guest().items(),
                        Tender.readAll(order.path("tenders")),
                        Granted.readAll(order.path("grants")));
        Disagreement.unlessAlike(
                "离线实收 · taken offline for order " + orderId,
                Tender.sum(Tender.readAll(handedIn.receipt().path("tenders"))),
                Tender.sum(sold.tenders()));
        if (handedIn.expected().equals("ACCEPTED")) {
            noon.forecast().compare(handedIn.guest(), till.shop(), sold.grants());
        }
        till.count(sold, 1);
        return sold;
    }
}

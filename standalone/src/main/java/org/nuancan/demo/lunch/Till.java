package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// A till that was activated for the lunch; it serves one guest at a time.
final class Till {

    /// Words that no receipt may contain, since the next guest could read them.
    private static final List<String> TELLING =
            List.of("特困", "低保", "低收入", "失能", "失智", "残疾", "困难", "救助", "贫");

    private final Api api;
    private final Session session;
    private final Shop shop;
    private final String terminalId;
    private final String signingKey;
    private final String shiftId = "demo-" + UUID.randomUUID();
    private final Map<Tender.Type, Long> taken = new TreeMap<>();
    private int sequence;
    private long grossFen;

    private Till(Api api, Shop shop, String terminalId, JsonNode keys) {
        this.api = api;
        this.session = Session.of(api, terminalId, keys.path("secret").asText());
        this.shop = shop;
        this.terminalId = terminalId;
        this.signingKey = keys.path("signingKey").asText();
    }

    /// Registers a terminal, activates it and signs it in.
    static Till open(Api api, Session city, Shop shop, String label) {
        var registered =
                city.post(
                                "/v1/sites/" + shop.siteId() + "/terminals",
                                Api.JSON.createObjectNode().put("label", label))
                        .granted();
        var terminalId = registered.path("terminalId").asText();
        var activation =
                Api.JSON
                        .createObjectNode()
                        .put("terminalId", terminalId)
                        .put("activationCode", registered.path("activationCode").asText());
        var keys =
                api.send("POST", Optional.empty(), "/v1/terminals/activate", activation).granted();
        return new Till(api, shop, terminalId, keys);
    }

    /// Sends a request without signing in.
    Answer anonymously(String path) {
        return api.get(Optional.empty(), path);
    }

    Session session() {
        return session;
    }

    Shop shop() {
        return shop;
    }

    String signingKey() {
        return signingKey;
    }

    String shiftId() {
        return shiftId;
    }

    /// The till's own counter increases also while it is offline; refused requests do not count.
    void countOne() {
        sequence++;
    }

    /// Requests a quote, takes the payment, books the sale.
    Served sell(Guest guest, Forecast forecast, Latencies latencies) {
        var quote = session.post("/v1/pos/quotes", tray(guest)).granted();
        var elderPaysFen = quote.path("elderPaysFen").asLong();
        var body = checkout(guest, elderPaysFen);
        var began = System.nanoTime();
        var answer = session.post("/v1/pos/checkouts", body, UUID.randomUUID().toString());
        latencies.took(System.nanoTime() - began);
        return new Served(this, guest, made(guest, forecast, answer.granted()));
    }

    /// The request for a quote; with tenders it becomes that of a checkout.
    ObjectNode tray(Guest guest) {
        var body = Api.JSON.createObjectNode();
        body.set(
                "credential",
                guest.credential()
                        .<JsonNode>map(Guest.Credential::json)
                        .orElse(Api.JSON.nullNode()));
        body.put("slot", "LUNCH");
        var items = body.putArray("items");
        guest.items().forEach(item -> items.add(item.json()));
        return body;
    }

    ObjectNode checkout(Guest guest, long elderPaysFen) {
        var body = tray(guest);
        var tenders = body.putArray("tenders");
        guest.tenders(elderPaysFen).forEach(tender -> tenders.add(tender.json()));
        return body.put("roundingFen", guest.roundingFen(elderPaysFen))
                .put("shiftId", shiftId)
                .put("sequence", sequence + 1);
    }

    /// Makes the first sale of the day.
    ///
    /// @return empty if it was booked on another day, since this one is closed
    Optional<Sold> tryFirst(Guest guest, Forecast forecast) {
        var body = checkout(guest, Item.grossFen(guest.items()));
        var order = session.post("/v1/pos/checkouts", body, UUID.randomUUID().toString()).granted();
        return order.path("bookingDate").asText().equals(forecast.date().toString())
                ? Optional.of(made(guest, forecast, order))
                : Optional.empty();
    }

    /// Reads a sale that was just made.
    Sold made(Guest guest, Forecast forecast, JsonNode order) {
        var sold = sold(guest, forecast, order);
        countOne();
        count(sold, 1);
        return sold;
    }

    /// Reads an order, from the checkout's answer or fetched later, and checks it.
    private Sold sold(Guest guest, Forecast forecast, JsonNode order) {
        var sold =
                new Sold(
                        order.path("orderId").asText(),
                        order.path("receiptNumber").asText(),
                        shop.providerId(),
                        guest.items(),
                        Tender.readAll(order.path("tenders")),
                        Granted.readAll(order.path("grants")));
        var what = "订单 · order " + sold.orderId() + ' ';
        Disagreement.unlessAlike(
                what + "grossFen", Item.grossFen(guest.items()), order.path("grossFen").asLong());
        Disagreement.unlessAlike(
                what + "billFen", Item.billFen(guest.items()), order.path("billFen").asLong());
        Disagreement.unlessAlike(
                what + "elderPaysFen",
                Item.grossFen(guest.items()) - sold.dinerFen(),
                order.path("elderPaysFen").asLong());
        Disagreement.unlessAlike(
                what + "bookingDate",
                forecast.date().toString(),
                order.path("bookingDate").asText());
        forecast.compare(guest, shop, sold.grants());
        tellsNothing(order.path("receiptText").asText());
        return sold;
    }

    private static void tellsNothing(String receipt) {
        for (var word : TELLING) {
            if (receipt.contains(word)) {
                throw new Disagreement("小票上出现了“%s” · a receipt says “%s”".formatted(word, word));
            }
        }
    }

    /// Adds cash to the drawer, or takes it out for a refund.
    void count(Sold sold, int sign) {
        grossFen += sign * Item.grossFen(sold.items());
        for (var tender : sold.tenders()) {
            taken.merge(tender.type(), sign * tender.fen(), Long::sum);
        }
    }

    /// The till's own totals at the end of the shift.
    void reportShift(String from, String to) {
        var body =
                Api.JSON
                        .createObjectNode()
                        .put("shiftId", shiftId)
                        .put("from", from)
                        .put("to", to)
                        .put("count", sequence)
                        .put("lastSequence", sequence)
                        .put("grossFen", grossFen);
        var tenders = body.putArray("tenders");
        taken.forEach(
                (type, fen) -> tenders.addObject().put("type", type.name()).put("amountFen", fen));
        var _ = session.post("/v1/pos/shift-reports", body, UUID.randomUUID().toString()).granted();
    }

    /// Disables the terminal at the end of the demo.
    void disable(Session city) {
        var _ =
                city.post("/v1/terminals/" + terminalId + "/disable", Api.JSON.createObjectNode())
                        .granted();
    }
}

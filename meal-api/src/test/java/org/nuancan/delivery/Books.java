package org.nuancan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.nuancan.access.Role;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Client;

/// What was settled of a meal whose day is closed: journals, and the statements of who cooked and
/// who carried.
///
/// @param meal whose providers' statements these are
record Books(OneMeal meal) {

    /// What a line of a statement comes to, in fen.
    record Sums(
            long gross,
            long collected,
            long discount,
            long grants,
            long elsewhere,
            long incentive) {

        static Sums of(JsonNode line) {
            return new Sums(
                    line.at("/grossFen").asLong(),
                    line.at("/collectedFen").asLong(),
                    line.at("/discountFen").asLong(),
                    line.at("/dinerGrantFen").asLong(),
                    line.at("/elsewhereFen").asLong(),
                    line.at("/incentiveFen").asLong());
        }
    }

    private static final long MEAL = 1800;
    private static final long FEE = 300;

    /// Who bears a meal that failed; for `OTHER` no party does in these tests.
    private static final Map<String, String> BEARERS =
            Map.of(
                    "NO_ANSWER", "KITCHEN",
                    "REFUSED", "KITCHEN",
                    "WRONG_ADDRESS", "KITCHEN",
                    "UNSAFE", "DISTRICT",
                    "OTHER", "NOBODY",
                    "KITCHEN_FAULT", "KITCHEN",
                    "CARRIER_NO_SHOW", "DELIVERER",
                    "NOT_DELIVERED", "DELIVERER",
                    "NOT_COLLECTED", "KITCHEN");

    /// The lines that the orders ask for, worked out from what the desk is shown, are the lines of
    /// the statements, each once and no others; and each posting is on the one statement of the
    /// provider and day that it names.
    void mustHoldEachPartOnce() {
        assertThat(linesOfStatements()).isEqualTo(linesOfOrders());
        assertThat(postingsOfStatements()).isEqualTo(postings());
    }

    private Map<String, Sums> linesOfOrders() {
        var lines = new TreeMap<String, Sums>();
        for (var order : meal.orders()) {
            var isDelivery = OneMeal.isDelivery(order);
            var id = OneMeal.id(order);
            switch (order.at("/state").asText()) {
                case "DELIVERED", "COLLECTED" -> captured(lines, id, order, isDelivery);
                case "FAILED" -> {
                    if (OneMeal.wasCooked(order)) {
                        failed(lines, id, order, isDelivery, isProven(order));
                    }
                }
                default -> assertThat(order.at("/state").asText()).isEqualTo("CANCELLED");
            }
        }
        return lines;
    }

    private static void captured(
            Map<String, Sums> lines, String id, JsonNode order, boolean isDelivery) {
        var grants = granted(order, "DINER");
        var incentive = granted(order, "PROVIDER");
        var paid = order.at("/elderPaysFen").asLong();
        var discount = order.at("/capture/gap/fen").asLong(0);
        assertThat(paid + grants + discount).isEqualTo(isDelivery ? MEAL + FEE : MEAL);
        if (isDelivery) {
            var elsewhere = MEAL - grants - discount;
            lines.put(id + " kitchen", new Sums(MEAL, 0, discount, grants, elsewhere, incentive));
            lines.put(id + " carrier", new Sums(FEE, paid, 0, 0, -elsewhere, 0));
        } else {
            lines.put(id + " kitchen", new Sums(MEAL, paid, discount, grants, 0, incentive));
        }
    }

    private static long granted(JsonNode order, String side) {
        return order.at("/grants")
                .valueStream()
                .filter(grant -> grant.at("/side").asText().equals(side))
                .mapToLong(grant -> grant.at("/fen").asLong())
                .sum();
    }

    /// Whether somebody else than the kitchen said something that makes others bear it: the
    /// carrier, that it left or did not come. The batch of these tests has portions for all.
    private boolean isProven(JsonNode order) {
        return order.at("/failureReason").asText().equals("CARRIER_NO_SHOW")
                ? isConfirmed(OneMeal.id(order))
                : OneMeal.hasLeft(order);
    }

    private boolean isConfirmed(String orderId) {
        return meal.road()
                .kitchen()
                .canteen()
                .server()
                .bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select order_id from preorder
                                         where order_id = ? and failure_confirmed_by is not null
                                        """)
                                .with(Long.parseLong(orderId))
                                .exists());
    }

    private static void failed(
            Map<String, Sums> lines,
            String id,
            JsonNode order,
            boolean isDelivery,
            boolean isProven) {
        var bearer = Objects.requireNonNull(BEARERS.get(order.at("/failureReason").asText()));
        switch (bearer) {
            case "KITCHEN" -> lines.put(id + " kitchen", new Sums(MEAL, 0, MEAL, 0, 0, 0));
            case "DISTRICT" -> {
                if (isProven) {
                    lines.put(id + " kitchen", new Sums(MEAL, 0, 0, MEAL, 0, 0));
                }
            }
            case "DELIVERER" -> {
                if (isDelivery && !isProven) {
                    return;
                }
                if (isDelivery) {
                    lines.put(id + " kitchen", new Sums(MEAL, 0, 0, 0, MEAL, 0));
                    lines.put(id + " carrier", new Sums(0, 0, MEAL, 0, -MEAL, 0));
                } else {
                    // Only the kitchen delivers it.
                    lines.put(id + " kitchen", new Sums(MEAL, 0, MEAL, 0, 0, 0));
                }
            }
            default -> assertThat(bearer).isEqualTo("NOBODY");
        }
    }

    private Map<String, Sums> linesOfStatements() {
        var lines = new TreeMap<String, Sums>();
        providers()
                .forEach((who, providerId) -> {
                    for (var line : lines(providerId)) {
                        var before =
                                lines.put(line.at("/orderId").asText() + " " + who, Sums.of(line));
                        assertThat(before).as("twice on %s", line).isNull();
                    }
                });
        return lines;
    }

    private Map<String, String> providers() {
        var kitchen = meal.road().kitchen();
        return Map.of("kitchen", kitchen.canteen().providerId(), "carrier", kitchen.carrierId());
    }

    /// Of all days: nothing may stand on another one's.
    private List<JsonNode> lines(String providerId) {
        var lines = new ArrayList<JsonNode>();
        var statements = city().get("/v1/statements?limit=500&providerId=" + providerId);
        for (var statement : statements.at("/items")) {
            assertThat(statement.at("/date").asText()).isEqualTo(meal.date().toString());
            var path = "/v1/statements/" + statement.at("/statementId").asText() + "/lines";
            var some = city().get(path + "?limit=500");
            assertThat(some.status()).as(some.toString()).isEqualTo(200);
            some.at("/items").forEach(lines::add);
        }
        return lines;
    }

    private List<String> postingsOfStatements() {
        var postings = new ArrayList<String>();
        providers()
                .values()
                .forEach(providerId -> {
                    for (var line : lines(providerId)) {
                        for (var posting : line.at("/postings")) {
                            postings.add(
                                    "%s %s %d %d"
                                            .formatted(
                                                    providerId,
                                                    line.at("/journalId").asText(),
                                                    posting.at("/line").asInt(),
                                                    posting.at("/fen").asLong()));
                        }
                    }
                });
        return postings.stream().sorted().toList();
    }

    /// Everything that was ever posted for the orders of the two providers; the close's own
    /// journals, which move sums from account to account, are no part of an order.
    private List<String> postings() {
        var ids = providers().values().stream().map(Long::valueOf).toList();
        return meal
                .road()
                .kitchen()
                .canteen()
                .server()
                .bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select p.provider_id, p.journal_id, p.line, p.fen
                                          from posting p
                                          join journal j on j.journal_id = p.journal_id
                                         where p.provider_id in (??) and j.order_id is not null
                                        """)
                                .withAll(ids)
                                .list(row ->
                                        "%d %d %d %d"
                                                .formatted(
                                                        row.number("provider_id"),
                                                        row.number("journal_id"),
                                                        row.integer("line"),
                                                        row.number("fen"))))
                .stream()
                .sorted()
                .toList();
    }

    private Client city() {
        return meal.road().kitchen().canteen().server().as(Role.CITY_ADMIN);
    }
}

package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// After midnight: the day is closed, and its books are compared with the demo's own count.
///
/// @param close the answer to the close
/// @param statements of the day, the largest first
/// @param before the trial balance before the lunch
/// @param after the trial balance after the close
record Evening(JsonNode close, List<JsonNode> statements, TrialBalance before, TrialBalance after) {

    /// Closes the day twice; the second answer must equal the first.
    static Evening close(Session city, Session district, LocalDate date, TrialBalance before) {
        var path = "/v1/settlement/days/" + date + "/close";
        var close = city.post(path, Api.JSON.createObjectNode()).granted();
        Disagreement.unlessAlike("state", "CLOSED", close.path("state").asText());
        Disagreement.unlessAlike("搁置 · parked providers", 0, close.path("parked").size());
        var again = city.post(path, Api.JSON.createObjectNode()).granted();
        Disagreement.unlessAlike("再结一次 · closed again", close, again);
        var statements =
                Town.all(district, "/v1/statements?date=" + date + "&limit=500").stream()
                        .sorted(Comparator.comparingLong(Evening::payableFen).reversed())
                        .toList();
        return new Evening(close, statements, before, TrialBalance.read(city, date));
    }

    static long payableFen(JsonNode statement) {
        return statement.path("payableFen").asLong();
    }

    /// @throws Disagreement if the books differ from the tally
    void compare(Tally tally, Session district) {
        Disagreement.unlessAlike(
                "结账笔数 · orders closed", tally.orders(), close.path("orders").asLong());
        var sums = tally.byProvider();
        Disagreement.unlessAlike("结算单数 · statements", sums.size(), statements.size());
        for (var statement : statements) {
            var provider = statement.path("providerId").asText();
            var own = sums.get(provider);
            if (own == null) {
                throw new Disagreement("未曾营业却有结算单 · a statement of who sold nothing: " + provider);
            }
            compare(own, statement);
        }
        lines(district, statements.getFirst());
        Disagreement.unlessAlike(
                "各科目变动 · how the accounts moved", tally.movements(), after.since(before));
    }

    private static void compare(Tally.Sums own, JsonNode statement) {
        var expected =
                Map.of(
                        "orders", own.orders,
                        "refunds", own.refunds,
                        "grossFen", own.grossFen,
                        "collectedFen", own.collectedFen,
                        "platformCollectedFen", own.platformCollectedFen,
                        "discountFen", own.discountFen,
                        "dinerGrantFen", own.dinerGrantFen,
                        "incentiveFen", own.incentiveFen,
                        "payableFen", own.payableFen());
        expected.forEach((field, value) ->
                Disagreement.unlessAlike(
                        "结算单 · statement " + statement.path("statementId") + ' ' + field,
                        value,
                        statement.path(field).asLong()));
        for (var fund : statement.path("byFund")) {
            var payer = fund.path("payer").asText();
            Disagreement.unlessAlike(
                    "结算单上 · owed on statement " + statement.path("statementId") + " by " + payer,
                    own.byFund.getOrDefault(payer, 0L),
                    fund.path("fen").asLong());
        }
    }

    /// The largest statement has a line for each order and refund.
    private static void lines(Session district, JsonNode statement) {
        var path = "/v1/statements/" + statement.path("statementId").asText() + "/lines?limit=500";
        Disagreement.unlessAlike(
                "结算单行数 · lines of the largest statement",
                statement.path("orders").asInt() + statement.path("refunds").asInt(),
                Town.all(district, path).size());
    }
}

package org.nuancan.till.offline;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Row;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Slot;

/// A receipt as it was uploaded, without the diner.
///
/// @param receiptId a dispute of a rejected receipt names it as its `orderId`
/// @param terminalId the till
/// @param localId the till's own id of the sale
/// @param reason why it was rejected, or why less was accepted than was given
/// @param orderId its order; null if it was rejected
/// @param occurredAt when it was sold, as the till says
/// @param receivedAt when it was uploaded
/// @param paidFen the sum of its tenders
/// @param givenFen the sum that the till deducted as grants
@Introspected
record OfflineReceiptAnswer(
        Id receiptId,
        String terminalId,
        Id siteId,
        String localId,
        OfflineResult.Outcome outcome,
        @Nullable String reason,
        @Nullable Id orderId,
        Instant occurredAt,
        Instant receivedAt,
        Slot slot,
        Fen paidFen,
        Fen givenFen) {

    static OfflineReceiptAnswer read(Row row, JsonNode content) throws SQLException {
        return new OfflineReceiptAnswer(
                new Id(row.number("receipt_id")),
                row.text("terminal"),
                new Id(row.number("site_id")),
                row.text("local_id"),
                row.name("outcome", OfflineResult.Outcome.class),
                row.maybeText("reason").orElse(null),
                row.maybeNumber("order_id").map(Id::new).orElse(null),
                row.instant("occurred_at"),
                row.instant("received_at"),
                Slot.valueOf(content.path("slot").asText()),
                sum(content.path("tenders"), "amountFen"),
                sum(content.path("grantsGiven"), "fen"));
    }

    private static Fen sum(JsonNode list, String field) {
        var sum = Fen.ZERO;
        for (var one : list) {
            sum = sum.plus(Fen.of(one.path(field).asLong()));
        }
        return sum;
    }
}

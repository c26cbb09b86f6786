package org.nuancan.live;

import io.lettuce.core.StreamMessage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nuancan.money.Fen;
import org.nuancan.policy.Slot;

/// A sale with its place in the stream.
record StreamEntry(EventId id, Sale sale) {

    static Map<String, String> fields(Sale sale) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("order", Long.toString(sale.orderId()));
        fields.put("site", Long.toString(sale.siteId()));
        fields.put("provider", Long.toString(sale.providerId()));
        fields.put("division", sale.division());
        fields.put("slot", sale.slot().name());
        fields.put("gross", Long.toString(sale.gross().value()));
        fields.put("at", sale.at().toString());
        return fields;
    }

    /// Reads an entry; one that another version of this program wrote otherwise is passed over.
    static Optional<StreamEntry> read(StreamMessage<String, String> message) {
        var fields = message.getBody();
        try {
            var sale =
                    new Sale(
                            Long.parseLong(field(fields, "order")),
                            Long.parseLong(field(fields, "site")),
                            Long.parseLong(field(fields, "provider")),
                            field(fields, "division"),
                            Slot.valueOf(field(fields, "slot")),
                            Fen.of(Long.parseLong(field(fields, "gross"))),
                            Instant.parse(field(fields, "at")));
            return EventId.read(message.getId()).map(id -> new StreamEntry(id, sale));
        } catch (IllegalArgumentException | NullPointerException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }
}

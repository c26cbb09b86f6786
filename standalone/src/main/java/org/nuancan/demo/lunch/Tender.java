package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A payment, or a payment back.
///
/// @param reference of the acquirer, for the platform's tenders
record Tender(Type type, long fen, Optional<String> reference) {

    /// The ways of paying.
    enum Type {
        CASH,
        MOBILE,
        BANK_CARD,
        ECNY,
        ALLOWANCE;

        /// Whether the platform's acquirer receives it; otherwise the site does.
        boolean isPlatforms() {
            return this == ECNY || this == ALLOWANCE;
        }
    }

    static Tender of(Type type, long fen) {
        return new Tender(
                type,
                fen,
                type.isPlatforms() ? Optional.of("DEMO-" + UUID.randomUUID()) : Optional.empty());
    }

    static List<Tender> readAll(JsonNode tenders) {
        var all = new ArrayList<Tender>();
        for (var tender : tenders) {
            all.add(
                    new Tender(
                            Type.valueOf(tender.path("type").asText()),
                            tender.path("amountFen").asLong(),
                            Optional.empty()));
        }
        return List.copyOf(all);
    }

    static long sum(List<Tender> tenders) {
        return tenders.stream().mapToLong(Tender::fen).sum();
    }

    ObjectNode json() {
        return Api.JSON
                .createObjectNode()
                .put("type", type.name())
                .put("amountFen", fen)
                .put("reference", reference.orElse(null));
    }
}

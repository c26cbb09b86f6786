package org.nuancan.till;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.nuancan.money.Fen;
import org.nuancan.provider.PricedItem;

/// What a till takes along to sell while it is cut off.
///
/// A card's hash is the SHA-256 of the salt's text followed by the card's number, both UTF-8, as
/// lower-case hex.
///
/// @param hotList cards that must not be used
/// @param entitlements the policies that each usable card may use here today
/// @param salt what goes before the card's number
/// @param prices what the site sells
/// @param policies the diner's policies in force
/// @param maxOfflineFen what may be granted to a card on a day, in fen
/// @param validUntil when it is to be fetched anew, at the latest
@Introspected
record OfflinePack(
        List<String> hotList,
        List<Entitlement> entitlements,
        String salt,
        List<Price> prices,
        @Schema(description = "As in POST /v1/policies") List<JsonNode> policies,
        Fen maxOfflineFen,
        OffsetDateTime validUntil) {

    /// The policies that a card may use.
    @Introspected
    record Entitlement(String cardHash, List<String> codes) {}

    /// What an article costs.
    @Introspected
    record Price(String sku, String name, Fen priceFen, boolean subsidisable, boolean openPrice) {

        static Price of(PricedItem item) {
            return new Price(
                    item.sku(), item.name(), item.price(), item.subsidisable(), item.openPrice());
        }
    }
}

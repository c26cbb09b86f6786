package org.nuancan.till.pack;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.nuancan.money.Fen;
import org.nuancan.provider.price.PricedItem;

/// The pack that a till downloads to sell offline.
///
/// A card's hash is the SHA-256 of the salt's text followed by the card's number, both UTF-8, as
/// lower-case hex.
///
/// @param hotList cards that must not be used
/// @param entitlements the policies that each usable card may use here today
/// @param salt the text before the card's number
/// @param prices the articles of the site with their prices
/// @param policies the diner's policies in force
/// @param maxOfflineFen the most that may be granted to a card on a day, in fen
/// @param validUntil the latest time to fetch a new pack
@Introspected
public record OfflinePack(
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

    /// The price of an article.
    @Introspected
    record Price(String sku, String name, Fen priceFen, boolean subsidisable, boolean openPrice) {

        static Price of(PricedItem item) {
            return new Price(
                    item.sku(), item.name(), item.price(), item.subsidisable(), item.openPrice());
        }
    }
}

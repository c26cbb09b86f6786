package org.nuancan.provider.price;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Identifier;
import org.nuancan.money.Fen;

/// A line of a price list, in requests and answers.
///
/// @param priceFen 0 if `openPrice`
/// @param subsidisable whether it counts towards the bill; if left out: yes, except for delivery
///   fees
/// @param openPrice whether its price is keyed in at the till; if left out: no
@Introspected
record PriceLine(
        @NotNull @Identifier @Pattern(regexp = "[!-~]{1,64}") String sku,
        @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String name,
        @NotNull Fen priceFen,
        @Nullable Boolean subsidisable,
        @Nullable Boolean openPrice) {

    static PriceLine of(PricedItem item) {
        return new PriceLine(
                item.sku(), item.name(), item.price(), item.subsidisable(), item.openPrice());
    }

    /// @param unsaid default for `subsidisable`
    PricedItem item(boolean unsaid) {
        return new PricedItem(
                sku,
                name,
                priceFen,
                Objects.requireNonNullElse(subsidisable, unsaid),
                Objects.requireNonNullElse(openPrice, false));
    }
}

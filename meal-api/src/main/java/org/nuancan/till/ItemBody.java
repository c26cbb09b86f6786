package org.nuancan.till;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Identifier;

/// An article on a bill or a refund.
///
/// @param sku the article
/// @param quantity how many
/// @param unitPriceFen the price of one; needed where it is keyed in
@Introspected
public record ItemBody(
        @NotBlank @Identifier @Size(max = 64) String sku,
        @NotNull @Min(1) @Max(1000) Integer quantity,
        @Nullable @Min(0) @Max(1_000_000_000) Long unitPriceFen) {}

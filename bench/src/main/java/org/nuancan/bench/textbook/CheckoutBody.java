package org.nuancan.bench.textbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.ledger.TenderType;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// The body of a checkout.
@Introspected
record CheckoutBody(
        @JsonProperty(required = true) @Valid @Nullable CredentialBody credential,
        @NotNull Slot slot,
        @Nullable Fulfilment fulfilment,
        @Nullable LocalDate serviceDate,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid ItemBody> items,
        @NotNull @Size(max = 20) List<@NotNull @Valid TenderBody> tenders,
        @Nullable @Min(0) @Max(9) Integer roundingFen,
        @Nullable @Size(min = 1, max = 64) String shiftId,
        @Nullable @Min(0) Long sequence) {

    /// A card; the textbook accepts no other credential.
    @Introspected
    record CredentialBody(@NotNull String type, @NotNull @Size(min = 1, max = 512) String value) {}

    /// A sold item.
    @Introspected
    record ItemBody(
            @NotBlank @Size(max = 64) String sku,
            @NotNull @Min(1) @Max(1000) Integer quantity,
            @Nullable @Min(0) @Max(1_000_000_000) Long unitPriceFen) {}

    /// A payment.
    @Introspected
    record TenderBody(
            @NotNull TenderType type,
            @NotNull @Min(1) @Max(1_000_000_000) Long amountFen,
            @Nullable @Size(min = 1, max = 64) String reference) {}

    /// The provider's discount.
    long rounding() {
        return roundingFen == null ? 0 : roundingFen;
    }

    /// How the elder gets the meal.
    Fulfilment way() {
        return fulfilment == null ? Fulfilment.DINE_IN : fulfilment;
    }
}

package org.nuancan.till.checkout;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Identifier;
import org.nuancan.policy.fact.Slot;
import org.nuancan.till.Counter;
import org.nuancan.till.CredentialBody;
import org.nuancan.till.ItemBody;
import org.nuancan.till.ReferenceText;
import org.nuancan.till.TenderBody;

/// A till's request to sell a meal.
///
/// @param credential the diner's credential; null sells at the full price
/// @param slot the meal of the day, as the till says
/// @param fulfilment how the meal reaches the elder; absent: eaten here
/// @param serviceDate today, or absent
/// @param items the articles to sell
/// @param tenders how the order is paid; none when nothing is to pay
/// @param roundingFen the amount that the provider waives in cash, 0 to 9
/// @param shiftId the till's shift
/// @param sequence the till's own count
@Introspected
record CheckoutBody(
        @JsonProperty(required = true) @Schema(nullable = true) @Valid
                @Nullable CredentialBody credential,
        @NotNull Slot slot,
        @Nullable Counter fulfilment,
        @Nullable LocalDate serviceDate,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid ItemBody> items,
        @NotNull @Size(max = 20) List<@NotNull @Valid TenderBody> tenders,
        @Nullable @Min(0) @Max(9) Integer roundingFen,
        @Nullable @Identifier @Size(min = 1, max = 64) @Pattern(regexp = ReferenceText.TEXT)
                String shiftId,
        @Nullable @Min(0) @Max(ReferenceText.LAST_SEQUENCE) Long sequence) {

    /// The same request without tenders, as a quote.
    QuoteBody quote() {
        return new QuoteBody(
                credential, slot, fulfilment, serviceDate, items, roundingFen, shiftId, sequence);
    }
}

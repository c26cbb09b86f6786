package org.nuancan.till.offline;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Identifier;
import org.nuancan.http.text.Verbatim;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Slot;
import org.nuancan.sale.Sale;
import org.nuancan.till.Counter;
import org.nuancan.till.CredentialBody;
import org.nuancan.till.ItemBody;
import org.nuancan.till.ReferenceText;
import org.nuancan.till.TenderBody;

/// A sale that a till made offline.
///
/// @param localId the till's own id of the sale, which is booked only once under it
/// @param occurredAt when it was sold; prices and cards of that instant apply
/// @param credential the diner's credential; null at the full price
/// @param slot the meal of the day
/// @param fulfilment how the meal reached the elder
/// @param items the articles sold
/// @param tenders how the order was paid
/// @param roundingFen the amount that the provider waived in cash
/// @param grantsGiven the grants that the till deducted, by policy
/// @param shiftId the till's shift
/// @param sequence the till's own count
/// @param signature HMAC-SHA-256 over the receipt without it (RFC 8785), lower-case hex
@Introspected
record OfflineReceipt(
        @NotBlank @Identifier @Size(max = 64) @Pattern(regexp = ReferenceText.TEXT) String localId,
        @NotNull OffsetDateTime occurredAt,
        @JsonProperty(required = true) @Schema(nullable = true) @Valid
                @Nullable CredentialBody credential,
        @NotNull Slot slot,
        @Nullable Counter fulfilment,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid ItemBody> items,
        @NotNull @Size(max = 20) List<@NotNull @Valid TenderBody> tenders,
        @Nullable @Min(0) @Max(9) Integer roundingFen,
        @NotNull @Size(max = 50) List<@NotNull @Valid GivenBody> grantsGiven,
        @Nullable @Identifier @Size(min = 1, max = 64) @Pattern(regexp = ReferenceText.TEXT)
                String shiftId,
        @Nullable @Min(0) @Max(ReferenceText.LAST_SEQUENCE) Long sequence,
        @NotNull @Verbatim @Size(min = 1, max = 128) String signature) {

    /// The amount that a till deducted under a policy.
    @Introspected
    record GivenBody(
            @NotBlank @Identifier @Size(max = 64) String code,
            @NotNull @Min(0) @Max(1_000_000_000) Long fen) {

        Sale.Given given() {
            return new Sale.Given(code, Fen.of(fen));
        }
    }

    int rounding() {
        return roundingFen == null ? 0 : roundingFen;
    }

    Counter counter() {
        return fulfilment == null ? Counter.DINE_IN : fulfilment;
    }
}

package org.nuancan.till.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.till.ItemBody;

/// A request for a refund.
///
/// @param reason in the cashier's words
/// @param items the items to refund; null: all that is left
@Introspected
record RefundBody(
        @NotBlank @Size(max = 200) String reason,
        @JsonProperty(required = true) @Schema(nullable = true) @Nullable @Size(min = 1, max = 200)
                List<@NotNull @Valid ItemBody> items) {}

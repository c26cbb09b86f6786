package org.nuancan.till;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Identifier;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.sale.Tender;

/// An amount that was paid by one means of payment.
///
/// @param type the means of payment
/// @param amountFen the amount
/// @param reference the acquirer's
@Introspected
public record TenderBody(
        @NotNull TenderType type,
        @NotNull @Min(1) @Max(1_000_000_000) Long amountFen,
        @Nullable @Identifier @Size(min = 1, max = 64) @Pattern(regexp = ReferenceText.TEXT)
                String reference) {

    /// The tender as a value.
    public Tender tender() {
        return new Tender(type, Fen.of(amountFen), Optional.ofNullable(reference));
    }

    /// The body for a tender; its reference is null if the tender has none.
    public static TenderBody of(Tender tender) {
        return new TenderBody(tender.type(), tender.fen().value(), tender.reference().orElse(null));
    }
}

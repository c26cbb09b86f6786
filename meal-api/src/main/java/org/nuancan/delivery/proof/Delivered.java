package org.nuancan.delivery.proof;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Identifier;
import org.nuancan.http.text.Verbatim;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.provider.site.Place;
import org.nuancan.sale.Tender;
import org.nuancan.text.TextFault;
import org.nuancan.text.TextReading;
import org.nuancan.text.TextRule;

/// Report that a meal was handed over.
///
/// @param tenders as at the till; none if nothing is to pay
/// @param latitude of the place, if the phone knows it
/// @param at time of the hand-over; a time in the future counts as now
@Introspected
public record Delivered(
        @NotNull @Valid ProofBody proof,
        @NotNull @Size(max = 20) List<@NotNull @Valid TenderBody> tenders,
        @Nullable @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
        @Nullable @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude,
        @NotNull Instant at) {

    private static final String PRINTED = "\\P{Cntrl}*";

    /// The same report with a time that is not after the server's.
    public Delivered notAfter(Instant now) {
        return at.isAfter(now) ? new Delivered(proof, tenders, latitude, longitude, now) : this;
    }

    /// The place of the hand-over; empty unless both coordinates are known.
    public Optional<Place> place() {
        var north = latitude;
        var east = longitude;
        return north == null || east == null
                ? Optional.empty()
                : Optional.of(Place.of(north.doubleValue(), east.doubleValue()));
    }

    /// Proof that a meal was handed over.
    ///
    /// @param value a card number, the text of a code, the order's PIN, a photo's hash, or the name
    ///   of the person who took the meal
    @Introspected
    public record ProofBody(
            @NotNull ProofType type,
            @NotNull @Verbatim @Size(min = 1, max = 512) @Pattern(regexp = PRINTED) String value) {

        /// Checks the name of the person who took the meal by the rule for free text, because it is
        /// shown to others. Other proofs are only compared.
        public Optional<TextFault> fault() {
            return type == ProofType.HANDED_TO_KIN
                            && TextRule.words(512).read(value)
                                    instanceof TextReading.Refused refused
                    ? Optional.of(refused.fault())
                    : Optional.empty();
        }

        /// Leaves out the value: it may be a card's number or a person's name.
        @Override
        public String toString() {
            return type + "[…]";
        }
    }

    /// Amount paid at the door by one tender.
    @Introspected
    public record TenderBody(
            @NotNull TenderType type,
            @NotNull @Min(1) @Max(1_000_000_000) Long amountFen,
            @Nullable @Identifier @Size(min = 1, max = 64) @Pattern(regexp = PRINTED)
                    String reference) {

        /// The tender as a value.
        public Tender tender() {
            return new Tender(type, Fen.of(amountFen), Optional.ofNullable(reference));
        }
    }
}

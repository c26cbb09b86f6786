package org.nuancan.till.shift;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Identifier;
import org.nuancan.ledger.TenderType;
import org.nuancan.till.ReferenceText;

/// A till's report of the money it took in a shift, net of refunds.
///
/// @param shiftId the till's shift
/// @param from when it began
/// @param to when it ended, not before
/// @param count how many checkouts
/// @param lastSequence the last of the till's own count, if it keeps one
/// @param grossFen everything on the bills; negative if refunds were greater
/// @param tenders the amounts by means of payment, each means once
@Introspected
record ShiftReportBody(
        @NotBlank @Identifier @Size(max = 64) @Pattern(regexp = ReferenceText.TEXT) String shiftId,
        @NotNull OffsetDateTime from,
        @NotNull OffsetDateTime to,
        @NotNull @Min(0) @Max(1_000_000) Long count,
        @Nullable @Min(0) @Max(ReferenceText.LAST_SEQUENCE) Long lastSequence,
        @NotNull @Min(-1_000_000_000) @Max(1_000_000_000) Long grossFen,
        @NotNull @Size(max = 10) List<@NotNull @Valid Taken> tenders) {

    /// The amount taken by one means of payment; negative if refunds were greater.
    @Introspected
    record Taken(
            @NotNull TenderType type,
            @NotNull @Min(-1_000_000_000) @Max(1_000_000_000) Long amountFen) {}
}

package org.nuancan.provider.site;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.ContractDate;
import org.nuancan.policy.fact.SiteType;

/// Changes to a site; a field that is left out keeps its value.
///
/// @param version the version that was read
/// @param listedTo absent: unchanged; null: no end is known
@Introspected
record SiteChange(
        @NotNull @Min(1) Integer version,
        @Nullable @Size(max = 100) @Pattern(regexp = NAMED) String name,
        @Nullable @Pattern(regexp = "[0-9]{9}") String division,
        @Nullable SiteType type,
        @Nullable @Min(0) @Max(5) Integer grade,
        @Nullable LocalDate listedFrom,
        @Schema(type = "string", format = "date", nullable = true) @Nullable JsonNode listedTo,
        @Nullable @Size(max = 200) @Pattern(regexp = NAMED) String address,
        @Nullable @DecimalMin("-90") @DecimalMax("90") Double latitude,
        @Nullable @DecimalMin("-180") @DecimalMax("180") Double longitude,
        @Nullable @Min(0) @Max(NewSite.MOST_SEATS) Integer seats,
        @Nullable @Min(0) @Max(NewSite.MOST_MEALS) Integer dailyCapacity) {

    private static final String NAMED = "(?=.*\\S)\\P{Cntrl}*";

    /// The profile of the site after this change.
    ///
    /// @throws org.nuancan.http.problem.ProblemException `REQUEST_INVALID` for an end that is not a
    ///   date
    SiteProfile applied(SiteProfile old) {
        return new SiteProfile(
                orElse(name, old.name()),
                orElse(division, old.division()),
                orElse(type, old.type()),
                orElse(grade, old.grade()),
                orElse(listedFrom, old.listedFrom()),
                end(old),
                orElse(address, old.address()),
                Place.of(
                        orElse(latitude, old.place().latitude()),
                        orElse(longitude, old.place().longitude())),
                orElse(seats, old.seats()),
                orElse(dailyCapacity, old.dailyCapacity()));
    }

    private Optional<LocalDate> end(SiteProfile old) {
        var said = listedTo;
        if (said == null) {
            return old.listedTo();
        }
        if (said.isNull()) {
            return Optional.empty();
        }
        if (!said.isTextual()) {
            throw Refusals.wrongType("/listedTo");
        }
        try {
            return Optional.of(ContractDate.parse(said.textValue()));
        } catch (DateTimeException _) {
            throw Refusals.wrongType("/listedTo");
        }
    }

    private static <T> T orElse(@Nullable T said, T old) {
        return Objects.requireNonNullElse(said, old);
    }
}

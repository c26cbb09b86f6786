package org.nuancan.provider.site;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.SiteType;

/// A site to add.
@Introspected
record NewSite(
        @NotNull Id providerId,
        @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String name,
        @NotNull @Pattern(regexp = "[0-9]{9}") String division,
        @NotNull SiteType type,
        @NotNull @Min(0) @Max(5) Integer grade,
        @NotNull LocalDate listedFrom,
        @Nullable LocalDate listedTo,
        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String address,
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
        @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
        @NotNull @Min(0) @Max(MOST_SEATS) Integer seats,
        @NotNull @Min(0) @Max(MOST_MEALS) Integer dailyCapacity) {

    static final int MOST_SEATS = 100_000;
    static final int MOST_MEALS = 1_000_000;

    SiteProfile profile() {
        return new SiteProfile(
                name,
                division,
                type,
                grade,
                listedFrom,
                Optional.ofNullable(listedTo),
                address,
                Place.of(latitude, longitude),
                seats,
                dailyCapacity);
    }
}

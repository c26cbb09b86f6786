package org.nuancan.delivery.position;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import org.nuancan.provider.site.Place;

/// A position that the rider's phone reports.
@Introspected
public record PositionBody(
        @NotNull @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
        @NotNull @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude,
        @NotNull Instant at) {

    Place place() {
        return Place.of(latitude.doubleValue(), longitude.doubleValue());
    }
}

package org.nuancan.ordering.desk;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reason for cancelling a meal.
///
/// @param reason the caller's reason
@Introspected
record CancelBody(@Nullable @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String reason) {

    static Optional<String> said(@Nullable CancelBody body) {
        return body == null ? Optional.empty() : Optional.ofNullable(body.reason());
    }
}

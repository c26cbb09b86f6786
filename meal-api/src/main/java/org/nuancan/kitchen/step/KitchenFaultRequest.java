package org.nuancan.kitchen.step;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/// A meal that the kitchen cannot cook, or not as it was ordered.
///
/// @param reason the kitchen's words
/// @param at when it happened; a time in the future counts as now
@Introspected
record KitchenFaultRequest(@NotBlank @Size(max = 200) String reason, @NotNull Instant at) {}

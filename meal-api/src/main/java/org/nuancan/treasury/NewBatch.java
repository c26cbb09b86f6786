package org.nuancan.treasury;

import io.micronaut.core.annotation.Introspected;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import java.time.LocalDate;

/// A batch to be made.
///
/// @param throughDate the last day whose statements it takes up
@Introspected
record NewBatch(
        @NotNull @Pattern(regexp = Districts.CODE) String districtCode,
        @NotNull LocalDate throughDate) {}

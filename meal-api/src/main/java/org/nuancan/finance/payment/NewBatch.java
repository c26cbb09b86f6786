package org.nuancan.finance.payment;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.nuancan.finance.Districts;

/// A batch to make.
///
/// @param throughDate the last day whose statements it includes
@Introspected
record NewBatch(
        @NotNull @Pattern(regexp = Districts.CODE) String districtCode,
        @NotNull LocalDate throughDate) {}

package org.nuancan.ordering.desk;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Meals to order, such as a week of an elder.
///
/// @param orders each is ordered by itself, in this order
@Introspected
record OrderBatchRequest(@NotEmpty @Size(max = 60) List<@NotNull @Valid OrderBody> orders) {}

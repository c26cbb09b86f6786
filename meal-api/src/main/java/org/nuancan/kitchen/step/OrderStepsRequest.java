package org.nuancan.kitchen.step;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.nuancan.http.text.Id;

/// Orders of which a kitchen reports the same step.
///
/// @param orderIds the orders; one that is named twice is handled once
@Introspected
record OrderStepsRequest(@NotEmpty @Size(max = 500) List<@NotNull Id> orderIds) {}

package org.nuancan.delivery.dispatch;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.Slot;

/// A meal for which runs are to be proposed.
///
/// @param siteId the kitchen; null: all kitchens whose meals the provider delivers, among which the
///   riders are divided by the number of orders
/// @param riderUsernames the riders of the runs
@Introspected
record ProposalRequest(
        @Nullable Id siteId,
        @NotNull LocalDate date,
        @NotNull Slot slot,
        @NotEmpty @Size(max = 100) List<@NotNull @Size(min = 1, max = 64) String> riderUsernames) {}

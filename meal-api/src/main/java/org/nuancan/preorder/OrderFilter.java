package org.nuancan.preorder;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.Id;
import org.nuancan.policy.Slot;

/// A filter for orders. An empty field does not filter.
///
/// @param elderId the elder
/// @param siteId the site that cooks
/// @param date the service date
/// @param slot the slot of the meal
/// @param state the state of the order
@Introspected
record OrderFilter(
        @QueryValue @Nullable Id elderId,
        @QueryValue @Nullable Id siteId,
        @QueryValue @Nullable LocalDate date,
        @QueryValue @Nullable Slot slot,
        @QueryValue @Nullable PreorderState state) {}

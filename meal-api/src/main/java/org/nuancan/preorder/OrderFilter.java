package org.nuancan.preorder;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.Id;
import org.nuancan.policy.Slot;

/// Which orders are asked for. An empty field does not filter.
///
/// @param elderId for whom
/// @param siteId who cooks
/// @param date the service date
/// @param slot which meal
/// @param state how far they have come
@Introspected
record OrderFilter(
        @QueryValue @Nullable Id elderId,
        @QueryValue @Nullable Id siteId,
        @QueryValue @Nullable LocalDate date,
        @QueryValue @Nullable Slot slot,
        @QueryValue @Nullable PreorderState state) {}

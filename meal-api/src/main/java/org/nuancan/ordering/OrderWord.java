package org.nuancan.ordering;

import java.util.List;

/// The orders that a search word leads to.
///
/// @param orderId the order with this id; 0 for none
/// @param elderIds the orders of these elders; never empty, 0 for none
public record OrderWord(long orderId, List<Long> elderIds) {

    public OrderWord {
        elderIds = elderIds.isEmpty() ? List.of(0L) : List.copyOf(elderIds);
    }
}

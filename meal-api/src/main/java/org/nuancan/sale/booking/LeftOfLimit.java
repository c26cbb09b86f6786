package org.nuancan.sale.booking;

import java.util.OptionalLong;
import org.nuancan.policy.Limit;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.sale.limit.Tally;

/// The part of a policy's limit that is left in the window of a meal.
///
/// @param code the policy's code
/// @param on the subject over which grants are counted
/// @param per the time over which grants are counted
/// @param meals number of grants that are left; empty if the limit does not restrict them
/// @param fen amount that is left; empty if the limit does not restrict it
public record LeftOfLimit(
        String code, LimitOn on, LimitPer per, OptionalLong meals, OptionalLong fen) {

    static LeftOfLimit of(String code, Limit limit, Tally used) {
        return new LeftOfLimit(
                code,
                limit.on(),
                limit.per(),
                left(limit.meals(), used.meals()),
                left(limit.fen(), used.fen().value()));
    }

    private static OptionalLong left(OptionalLong most, long used) {
        return most.isEmpty()
                ? most
                : OptionalLong.of(Math.max(0, Math.subtractExact(most.getAsLong(), used)));
    }
}

package org.nuancan.order;

import java.util.OptionalLong;
import org.nuancan.money.Fen;
import org.nuancan.policy.Limit;

/// The most that a list of sales can take of a limit, and the limit itself.
///
/// @param meals how many grants at most
/// @param fen how much at most
/// @param limitMeals what the limit allows; empty: it does not ask
/// @param limitFen what the limit allows; empty: it does not ask
record Need(long meals, Fen fen, OptionalLong limitMeals, OptionalLong limitFen) {

    /// Nothing is taken; something may be given back.
    static final Need NOTHING = new Need(0, Fen.ZERO, OptionalLong.empty(), OptionalLong.empty());

    /// One grant that no limit asks about now; it is only counted.
    static Need counted(Fen most) {
        return new Need(1, most, OptionalLong.empty(), OptionalLong.empty());
    }

    /// One grant under a limit.
    static Need once(Limit limit, Fen most) {
        return new Need(1, most, limit.meals(), limit.fen());
    }

    /// Both together. Under two limits, as over the end of a version, neither is trusted.
    Need and(Need other) {
        var same = isUnder(other.limitMeals, other.limitFen);
        return new Need(
                Math.addExact(meals, other.meals),
                fen.plus(other.fen),
                same ? limitMeals : OptionalLong.of(0),
                same ? limitFen : OptionalLong.of(0));
    }

    /// Whether all of it can be granted when the limit has used up so much.
    boolean isMetAfter(Tally used) {
        var after = used.plus(new Tally(meals, fen));
        return (limitMeals.isEmpty() || after.meals() <= limitMeals.getAsLong())
                && (limitFen.isEmpty() || after.fen().value() <= limitFen.getAsLong());
    }

    /// Whether this is the limit.
    boolean isUnder(OptionalLong meals, OptionalLong fen) {
        return limitMeals.equals(meals) && limitFen.equals(fen);
    }
}

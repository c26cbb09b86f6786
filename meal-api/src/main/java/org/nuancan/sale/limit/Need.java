package org.nuancan.sale.limit;

import java.util.OptionalLong;
import org.nuancan.money.Fen;
import org.nuancan.policy.Limit;

/// The most that a list of sales can take of a limit, with the limit itself.
///
/// @param meals how many grants at most
/// @param fen how much at most
/// @param limitMeals the limit on grants; empty: it does not limit them
/// @param limitFen the limit on the amount; empty: it does not limit it
public record Need(long meals, Fen fen, OptionalLong limitMeals, OptionalLong limitFen) {

    /// Takes nothing; something may be given back.
    public static final Need NOTHING =
            new Need(0, Fen.ZERO, OptionalLong.empty(), OptionalLong.empty());

    /// One grant that no limit restricts now; it is only counted.
    public static Need counted(Fen most) {
        return new Need(1, most, OptionalLong.empty(), OptionalLong.empty());
    }

    /// One grant under a limit.
    public static Need once(Limit limit, Fen most) {
        return new Need(1, most, limit.meals(), limit.fen());
    }

    /// The sum of both needs. If their limits differ, as at the change of a version, the limit is
    /// 0, so that no drawer suffices.
    public Need and(Need other) {
        var same = isUnder(other.limitMeals, other.limitFen);
        return new Need(
                Math.addExact(meals, other.meals),
                fen.plus(other.fen),
                same ? limitMeals : OptionalLong.of(0),
                same ? limitFen : OptionalLong.of(0));
    }

    /// Whether the whole need can be granted after the given usage of the limit.
    boolean isMetAfter(Tally used) {
        var after = used.plus(new Tally(meals, fen));
        return (limitMeals.isEmpty() || after.meals() <= limitMeals.getAsLong())
                && (limitFen.isEmpty() || after.fen().value() <= limitFen.getAsLong());
    }

    /// Whether the limit has these values.
    boolean isUnder(OptionalLong meals, OptionalLong fen) {
        return limitMeals.equals(meals) && limitFen.equals(fen);
    }
}

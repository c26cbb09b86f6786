package org.nuancan.order;

import java.util.OptionalLong;
import org.nuancan.money.Fen;

/// What is left of a quota that a drawer was lent, under one limit.
///
/// @param left below 0 only in what the limit does not ask
/// @param limitMeals the limit it was lent under; empty: not asked
/// @param limitFen the limit it was lent under; empty: not asked
record Quota(Tally left, OptionalLong limitMeals, OptionalLong limitFen) {

    /// How many grants are lent at most: enough for some groups, few beside a day's meals.
    private static final long MOST_MEALS = 500;

    /// Lent is at most this part of what is left of a limit, so that near its end nodes ask for
    /// each.
    private static final long PART = 20;

    /// An empty drawer.
    static Quota none(Need need) {
        return new Quota(Tally.NOTHING, need.limitMeals(), need.limitFen());
    }

    /// Whether a need can be met whatever becomes of it.
    boolean covers(Need need) {
        return need.isUnder(limitMeals, limitFen)
                && (limitMeals.isEmpty() || left.meals() >= need.meals())
                && (limitFen.isEmpty() || left.fen().compareTo(need.fen()) >= 0);
    }

    /// What a limit has used up, as far as this drawer can tell: at least as much as is true.
    Tally used() {
        return new Tally(
                limitMeals.isEmpty() ? 0 : limitMeals.getAsLong() - left.meals(),
                limitFen.isEmpty() ? Fen.ZERO : Fen.of(limitFen.getAsLong()).minus(left.fen()));
    }

    /// Less what was granted; a negative tally gives back.
    Quota less(Tally granted) {
        return new Quota(left.less(granted), limitMeals, limitFen);
    }

    /// Whether what is left of it cannot be below 0 in anything that a need's limit asks about: the
    /// limit it was lent under asks about it too.
    boolean isNeverBelowZero(Need need) {
        return (need.limitMeals().isEmpty() || limitMeals.isPresent())
                && (need.limitFen().isEmpty() || limitFen.isPresent());
    }

    /// Whether the limit it was lent under is passed once so much is gone.
    boolean isPassedBy(Tally gone) {
        return (limitMeals.isPresent() && gone.meals() > limitMeals.getAsLong())
                || (limitFen.isPresent() && gone.fen().value() > limitFen.getAsLong());
    }

    /// What may be lent to this drawer when so much is gone: a part of what is left, nothing near
    /// the end.
    Tally lendable(Tally gone) {
        var meals =
                limitMeals.isEmpty()
                        ? 0
                        : Math.min(MOST_MEALS, (limitMeals.getAsLong() - gone.meals()) / PART);
        var fen = limitFen.isEmpty() ? 0 : (limitFen.getAsLong() - gone.fen().value()) / PART;
        var nearEnd = (meals <= 0 && limitMeals.isPresent()) || (fen <= 0 && limitFen.isPresent());
        return nearEnd ? Tally.NOTHING : new Tally(meals, Fen.of(fen));
    }
}

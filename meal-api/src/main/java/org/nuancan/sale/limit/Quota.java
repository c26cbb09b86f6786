package org.nuancan.sale.limit;

import java.util.OptionalLong;
import org.nuancan.money.Fen;

/// The rest of a quota that was lent to a drawer under one limit.
///
/// @param left below 0 only in a number that the limit does not restrict
/// @param limitMeals the limit on grants when it was lent; empty: none
/// @param limitFen the limit on the amount when it was lent; empty: none
record Quota(Tally left, OptionalLong limitMeals, OptionalLong limitFen) {

    /// The most grants that are lent at once: enough for some groups, few compared with a day's
    /// meals.
    private static final long MOST_MEALS = 500;

    /// At most one part in this many of a limit's rest is lent, so that near its end each grant is
    /// counted by itself.
    private static final long PART = 20;

    /// An empty drawer.
    static Quota none(Need need) {
        return new Quota(Tally.NOTHING, need.limitMeals(), need.limitFen());
    }

    /// Whether the drawer alone can meet a need.
    boolean covers(Need need) {
        return need.isUnder(limitMeals, limitFen)
                && (limitMeals.isEmpty() || left.meals() >= need.meals())
                && (limitFen.isEmpty() || left.fen().compareTo(need.fen()) >= 0);
    }

    /// The usage of a limit as far as this drawer shows it: an upper bound.
    Tally used() {
        return new Tally(
                limitMeals.isEmpty() ? 0 : limitMeals.getAsLong() - left.meals(),
                limitFen.isEmpty() ? Fen.ZERO : Fen.of(limitFen.getAsLong()).minus(left.fen()));
    }

    /// The rest after grants; a negative tally gives back.
    Quota less(Tally granted) {
        return new Quota(left.less(granted), limitMeals, limitFen);
    }

    /// Whether the rest cannot be below 0 in any number that a need's limit restricts: the limit at
    /// the time of lending restricts it too.
    boolean isNeverBelowZero(Need need) {
        return (need.limitMeals().isEmpty() || limitMeals.isPresent())
                && (need.limitFen().isEmpty() || limitFen.isPresent());
    }

    /// Whether the limit at the time of lending is passed when this much is gone.
    boolean isPassedBy(Tally gone) {
        return (limitMeals.isPresent() && gone.meals() > limitMeals.getAsLong())
                || (limitFen.isPresent() && gone.fen().value() > limitFen.getAsLong());
    }

    /// The amount that may be lent to this drawer when this much is gone: a part of the rest, and
    /// nothing near the end.
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

package org.nuancan.policy;

import java.util.List;
import java.util.OptionalLong;
import org.nuancan.policy.fact.Bill;

/// How much a policy grants before limits.
public sealed interface Amount {

    /// The maximum that this can grant on a bill to any elder. If a limit has room for this
    /// maximum, it has room for every grant.
    ///
    /// @param billFen 0 or more
    default long most(long billFen) {
        return switch (this) {
            case Fixed(var fen) -> fen;
            case Percent percent -> percent.share(billFen);
            case ElderPays(var fen) -> Math.max(0, billFen - fen);
            case Tiered(_, var tiers) ->
                    tiers.stream().mapToLong(tier -> tier.amount().most(billFen)).max().orElse(0);
        };
    }

    /// An amount that is used directly or in a tier.
    sealed interface Plain extends Amount {}

    /// A fixed amount.
    ///
    /// @param fen 0 or more
    record Fixed(long fen) implements Plain {

        /// @throws IllegalArgumentException if `fen` is negative
        public Fixed {
            requireNotNegative(fen);
        }
    }

    /// A share in whole fen.
    ///
    /// @param basisPoints hundredths of a percent, 0 to 10000
    /// @param of the amount that the share is computed of
    /// @param maxFen maximum; empty: no maximum
    /// @param rounding how parts of a fen are rounded
    record Percent(int basisPoints, Bill.Basis of, OptionalLong maxFen, Rounding rounding)
            implements Plain {

        private static final int WHOLE = 10_000;

        /// @throws IllegalArgumentException if `basisPoints` or `maxFen` is out of its range
        public Percent {
            if (basisPoints < 0 || basisPoints > WHOLE) {
                throw new IllegalArgumentException(
                        "basis points are 0 to 10000, not " + basisPoints);
            }
            maxFen.ifPresent(Amount::requireNotNegative);
        }

        /// The share of `fen`, 0 or more. Exact for every `long`: the whole ten-thousands and the
        /// remainder are multiplied separately, so that no product leaves the range.
        public long share(long fen) {
            var rest = (fen % WHOLE) * basisPoints;
            var share = (fen / WHOLE) * basisPoints + rest / WHOLE;
            var rounded = rounding.takesNextFen(rest % WHOLE, WHOLE) ? share + 1 : share;
            return maxFen.isPresent() ? Math.min(rounded, maxFen.getAsLong()) : rounded;
        }
    }

    /// Grants the bill less a fixed amount that the elder pays.
    ///
    /// @param fen amount that the elder pays, 0 or more
    record ElderPays(long fen) implements Plain {

        /// @throws IllegalArgumentException if `fen` is negative
        public ElderPays {
            requireNotNegative(fen);
        }
    }

    /// An amount by age, care grade, meal of the day or bill.
    ///
    /// @param by the value that selects the tier
    /// @param tiers at least one; the first that contains the value applies; without one the amount
    ///   is 0
    record Tiered(By by, List<Tier> tiers) implements Amount {

        /// @throws IllegalArgumentException if there is no tier
        public Tiered {
            tiers = List.copyOf(tiers);
            if (tiers.isEmpty()) {
                throw new IllegalArgumentException("an amount by tiers needs a tier");
            }
        }
    }

    /// The value that selects a tier.
    enum By {
        /// The age in full years.
        AGE,
        /// The care grade, 0 for not assessed.
        CARE_GRADE,
        /// Which of the elder's meals of the service date this is, counted from 1.
        MEAL_OF_DAY,
        /// The bill in fen.
        BILL
    }

    /// One tier.
    ///
    /// @param from minimum, included; empty: open
    /// @param to maximum, included; empty: open
    /// @param amount the amount granted in it
    record Tier(OptionalLong from, OptionalLong to, Plain amount) {

        public boolean holds(long value) {
            return (from.isEmpty() || from.getAsLong() <= value)
                    && (to.isEmpty() || value <= to.getAsLong());
        }

        /// Whether some value is in both tiers; false if a tier's end is before its beginning.
        public boolean overlaps(Tier other) {
            var least = Math.max(from.orElse(Long.MIN_VALUE), other.from.orElse(Long.MIN_VALUE));
            var most = Math.min(to.orElse(Long.MAX_VALUE), other.to.orElse(Long.MAX_VALUE));
            return least <= most;
        }
    }

    /// How a part of a fen is rounded.
    enum Rounding {
        /// Rounded down.
        DOWN,
        /// Rounded up from half a fen.
        HALF_UP,
        /// Rounded up.
        UP;

        boolean takesNextFen(long remainder, long whole) {
            return switch (this) {
                case DOWN -> false;
                case HALF_UP -> 2 * remainder >= whole;
                case UP -> remainder > 0;
            };
        }
    }

    private static void requireNotNegative(long fen) {
        if (fen < 0) {
            throw new IllegalArgumentException("an amount is 0 fen or more, not " + fen);
        }
    }
}

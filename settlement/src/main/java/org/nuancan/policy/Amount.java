package org.nuancan.policy;

import java.util.List;
import java.util.OptionalLong;

/// How much a policy grants before limits.
public sealed interface Amount {

    /// The most that this can grant on a bill, whoever eats: what a limit surely has room for if it
    /// has room for this.
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

    /// An amount that stands alone or in a tier.
    sealed interface Plain extends Amount {}

    /// Always the same.
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
    /// @param of of what
    /// @param maxFen at most this much; empty: no bound
    /// @param rounding what happens to a part of a fen
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
        /// rest are multiplied apart, and no product leaves the range.
        long share(long fen) {
            var rest = (fen % WHOLE) * basisPoints;
            var share = (fen / WHOLE) * basisPoints + rest / WHOLE;
            var rounded = rounding.takesNextFen(rest % WHOLE, WHOLE) ? share + 1 : share;
            return maxFen.isPresent() ? Math.min(rounded, maxFen.getAsLong()) : rounded;
        }
    }

    /// As much as leaves the elder this to pay.
    ///
    /// @param fen what the elder pays, 0 or more
    record ElderPays(long fen) implements Plain {

        /// @throws IllegalArgumentException if `fen` is negative
        public ElderPays {
            requireNotNegative(fen);
        }
    }

    /// By age, care grade, meal of the day or bill.
    ///
    /// @param by what is looked at
    /// @param tiers at least one; the first that holds the value counts, none: 0
    record Tiered(By by, List<Tier> tiers) implements Amount {

        /// @throws IllegalArgumentException if there is no tier
        public Tiered {
            tiers = List.copyOf(tiers);
            if (tiers.isEmpty()) {
                throw new IllegalArgumentException("an amount by tiers needs a tier");
            }
        }
    }

    /// What a tiered amount looks at.
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
    /// @param from the least value, included; empty: open
    /// @param to the greatest value, included; empty: open
    /// @param amount what is granted in it
    record Tier(OptionalLong from, OptionalLong to, Plain amount) {

        boolean holds(long value) {
            return (from.isEmpty() || from.getAsLong() <= value)
                    && (to.isEmpty() || value <= to.getAsLong());
        }

        /// Whether some value lies in both; none does if one of them ends before it begins.
        boolean overlaps(Tier other) {
            var least = Math.max(from.orElse(Long.MIN_VALUE), other.from.orElse(Long.MIN_VALUE));
            var most = Math.min(to.orElse(Long.MAX_VALUE), other.to.orElse(Long.MAX_VALUE));
            return least <= most;
        }
    }

    /// What happens to a part of a fen.
    enum Rounding {
        /// Dropped.
        DOWN,
        /// Half a fen and more becomes one.
        HALF_UP,
        /// Any part becomes a fen.
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

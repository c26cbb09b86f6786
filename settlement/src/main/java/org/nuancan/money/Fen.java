package org.nuancan.money;

import java.util.Collection;

/// An amount of money in whole fen (one hundredth of a yuan); negative where a balance can be.
///
/// Every operation is exact: a result beyond the range of a `long` is an error, never a wrong sum.
///
/// @param value the amount in fen
public record Fen(long value) implements Comparable<Fen> {

    /// The amount 0.
    public static final Fen ZERO = new Fen(0);

    /// @param value the amount in fen
    public static Fen of(long value) {
        return value == 0 ? ZERO : new Fen(value);
    }

    /// The sum of all; 0 for an empty collection.
    ///
    /// @throws ArithmeticException beyond the range of a long
    public static Fen sum(Collection<Fen> amounts) {
        var sum = ZERO;
        for (var amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    /// @throws ArithmeticException beyond the range of a long
    public Fen plus(Fen other) {
        return of(Math.addExact(value, other.value));
    }

    /// @throws ArithmeticException beyond the range of a long
    public Fen minus(Fen other) {
        return of(Math.subtractExact(value, other.value));
    }

    /// The same amount with the opposite sign.
    ///
    /// @throws ArithmeticException for the least `long`, which has no opposite
    public Fen negated() {
        return of(Math.negateExact(value));
    }

    /// @throws ArithmeticException beyond the range of a long
    public Fen times(long quantity) {
        return of(Math.multiplyExact(value, quantity));
    }

    /// The smaller of the two.
    public Fen min(Fen other) {
        return value <= other.value ? this : other;
    }

    /// The larger of the two.
    public Fen max(Fen other) {
        return value >= other.value ? this : other;
    }

    /// Whether this is more than 0.
    public boolean isPositive() {
        return value > 0;
    }

    /// Whether this is less than 0.
    public boolean isNegative() {
        return value < 0;
    }

    /// Whether this is 0.
    public boolean isZero() {
        return value == 0;
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(value, other.value);
    }

    /// Yuan with two decimals, as printed on receipts: `-12.05`.
    public String inYuan() {
        var sign = value < 0 ? "-" : "";
        var yuan = Math.abs(value / 100);
        var rest = Math.abs(value % 100);
        return "%s%d.%02d".formatted(sign, yuan, rest);
    }
}

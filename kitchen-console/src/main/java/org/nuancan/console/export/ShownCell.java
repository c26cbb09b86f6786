package org.nuancan.console.export;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// The content of a cell of a shown table.
sealed interface ShownCell {

    /// Words, names or ids: spreadsheets do not compute with it.
    record Words(String text) implements ShownCell {}

    /// A count.
    record Count(long value) implements ShownCell {}

    /// An amount in fen.
    record Money(long fen) implements ShownCell {}

    /// A day.
    record Day(LocalDate date) implements ShownCell {}

    /// An empty cell.
    ShownCell NONE = new Words("");

    /// Money as pages show it, such as `−¥1,234.00`.
    Pattern MONEY = Pattern.compile("(−?)¥([0-9][0-9,]{0,30})\\.([0-9]{2})");

    /// Longer numbers are ids: a spreadsheet keeps fifteen digits.
    Pattern COUNT = Pattern.compile("[0-9]{1,15}");

    Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /// Reads a cell.
    ///
    /// @param isNumeric whether its column is set to the right, as columns of numbers are
    static ShownCell of(String text, boolean isNumeric) {
        if (isNumeric && COUNT.matcher(text).matches()) {
            return new Count(Long.parseLong(text));
        }
        var money = MONEY.matcher(text);
        if (isNumeric && money.matches()) {
            var digits = money.group(2).replace(",", "") + money.group(3);
            return new Money(Long.parseLong(money.group(1).isEmpty() ? digits : "-" + digits));
        }
        return DAY.matcher(text).matches() ? day(text) : new Words(text);
    }

    private static ShownCell day(String text) {
        try {
            return new Day(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return new Words(text);
        }
    }
}

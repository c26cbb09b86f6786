package org.nuancan.live;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// The place of an event in the stream, as Redis numbers it: a time in milliseconds and a number
/// within that millisecond.
///
/// @param millis when Redis stored the event
/// @param number the number of the event within that millisecond
record EventId(long millis, long number) implements Comparable<EventId> {

    /// Before all events.
    static final EventId FIRST = new EventId(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,20})-(\\d{1,20})");
    private static final int LONGEST_TEXT = 64;
    private static final int DIGITS_OF_A_LONG = 18;
    private static final Comparator<EventId> ORDER =
            Comparator.comparingLong(EventId::millis).thenComparingLong(EventId::number);

    /// Reads the last id that a client saw; empty if the text is not an id of the stream.
    static Optional<EventId> read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        var found = FORM.matcher(text.strip());
        return found.matches()
                ? Optional.of(new EventId(number(found.group(1)), number(found.group(2))))
                : Optional.empty();
    }

    /// Parses a number; numbers greater than those of Redis become the greatest one.
    private static long number(String digits) {
        return digits.length() > DIGITS_OF_A_LONG ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    boolean isAfter(EventId other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(EventId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return millis + "-" + number;
    }
}

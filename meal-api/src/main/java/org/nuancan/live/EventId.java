package org.nuancan.live;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// The place of an event in the stream, as Redis counts: a time in milliseconds and a number within
/// it.
///
/// @param millis when Redis took the event
/// @param number which event of that millisecond
record EventId(long millis, long number) implements Comparable<EventId> {

    /// Before everything.
    static final EventId FIRST = new EventId(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final Comparator<EventId> ORDER =
            Comparator.comparingLong(EventId::millis).thenComparingLong(EventId::number);

    /// Reads what a client says it saw last; empty if it is none of ours.
    static Optional<EventId> read(String text) {
        var found = FORM.matcher(text.strip());
        return found.matches()
                ? Optional.of(
                        new EventId(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))))
                : Optional.empty();
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

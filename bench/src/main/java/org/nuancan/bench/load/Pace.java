package org.nuancan.bench.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// How many requests are asked, and from which instant the latency of each counts.
sealed interface Pace {

    /// Whether there is a request of this number, counted from 0.
    boolean has(long number);

    /// The instant from which the latency of a request counts.
    ///
    /// @param number of the request, counted from 0
    /// @param began when the first was asked ([System#nanoTime])
    /// @param now when this one is asked
    long since(long number, long began, long now);

    /// How many of those due were not asked, of so many asked.
    long missing(long asked);

    /// As many as are answered in the time.
    record Closed() implements Pace {

        @Override
        public boolean has(long number) {
            return true;
        }

        @Override
        public long since(long number, long began, long now) {
            return now;
        }

        @Override
        public long missing(long asked) {
            return 0;
        }
    }

    /// At a fixed rate. Hyperfoil starts sessions at whole milliseconds, so those are the instants
    /// at which requests are due.
    ///
    /// @param perSecond how many are due each second
    /// @param planned how many are due in all
    record Open(double perSecond, long planned) implements Pace {

        static Open at(double perSecond, Duration time) {
            return new Open(perSecond, (long) (perSecond * time.toMillis() / 1_000));
        }

        @Override
        public boolean has(long number) {
            return number < planned;
        }

        @Override
        public long since(long number, long began, long now) {
            var dueMs = (long) Math.ceil(number * 1_000 / perSecond);
            return Math.min(now, began + TimeUnit.MILLISECONDS.toNanos(dueMs));
        }

        @Override
        public long missing(long asked) {
            return planned - asked;
        }
    }
}

package org.nuancan.bench.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The number of requests to send, and the instant from which the latency of each counts.
sealed interface Pace {

    /// Whether a request with this number, counted from 0, is to be sent.
    boolean has(long number);

    /// The instant from which the latency of a request counts.
    ///
    /// @param number of the request, counted from 0
    /// @param began when the first was sent ([System#nanoTime])
    /// @param now when this one is sent
    long since(long number, long began, long now);

    /// The number of due requests that were not sent, given the number sent.
    long missing(long begun);

    /// Sends as many requests as are answered in the time.
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
        public long missing(long begun) {
            return 0;
        }
    }

    /// Sends requests at a fixed rate. Hyperfoil starts sessions at whole milliseconds, so requests
    /// are due at those instants.
    ///
    /// @param perSecond number of requests due each second
    /// @param planned number of requests due in all
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
        public long missing(long begun) {
            return planned - begun;
        }
    }
}

package org.nuancan.till;

import java.time.Duration;
import org.nuancan.http.Reply;

/// An answer, and how long it took.
///
/// @param atNanos when it was there, on the clock of [System#nanoTime()]
record TimedAnswer(String of, Reply reply, Duration took, long atNanos) {

    /// The deadline of a request, with what may come after it.
    private static final Duration LONGEST = Duration.ofSeconds(8);

    boolean isSale() {
        return reply.status() == 201;
    }

    boolean isRight() {
        return took.compareTo(LONGEST) < 0
                && (reply.status() < 300
                        || (reply.status() == 503 && reply.header("Retry-After").isPresent()));
    }
}

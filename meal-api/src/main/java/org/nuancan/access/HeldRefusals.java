package org.nuancan.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Holds the answers to refused sign-ins and refreshes back for half a second.
///
/// A program that tries again at once would get thousands of refusals a second on each node, and
/// reading its requests takes the cores that sell. A held answer takes a virtual thread and no
/// core. So 200 connections are at most 400 requests a second. No more than 2,000 are held at once;
/// the others are answered immediately.
@Singleton
final class HeldRefusals {

    private static final Duration HELD = Duration.ofMillis(500);
    private static final int MOST = 2_000;

    private final Semaphore places = new Semaphore(MOST);

    /// Holds, then gives the refusal of a refresh.
    ///
    /// @param error as RFC 6749 names it
    ProblemException invalidGrant(String error) {
        hold();
        return ProblemException.with(ProblemCode.INVALID_GRANT, Map.of("error", error));
    }

    /// To be called on a virtual thread, before a refusal is answered.
    void hold() {
        if (places.tryAcquire()) {
            try {
                LockSupport.parkNanos(HELD.toNanos());
            } finally {
                places.release();
            }
        }
    }
}

package org.nuancan.access.attempt;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Delays the answers to refused sign-ins and refreshes by half a second.
///
/// Without the delay, a program that tries again at once would get thousands of refusals a second
/// on each node, and reading its requests would take the cores that sell. A delayed answer takes a
/// virtual thread and no core. So 200 connections make at most 400 requests a second. No more than
/// 2,000 answers are delayed at once; the others are sent immediately.
@Singleton
public final class HeldRefusals {

    private static final Duration HELD = Duration.ofMillis(500);
    private static final int MOST = 2_000;

    private final Semaphore places = new Semaphore(MOST);

    /// Waits, then returns the refusal of a refresh.
    ///
    /// @param error the code by RFC 6749
    public ProblemException invalidGrant(String error) {
        hold();
        return ProblemException.with(ProblemCode.INVALID_GRANT, Map.of("error", error));
    }

    /// Waits; to be called on a virtual thread, before a refusal is sent.
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

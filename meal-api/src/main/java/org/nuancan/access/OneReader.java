package org.nuancan.access;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Deadline;

/// Lets one thread at a time read from the database. The others wait a little, then fail, so that
/// no request waits for a read that hangs.
public final class OneReader {

    private static final Duration READING = Duration.ofSeconds(3);
    private static final long WAIT_MS = 2000;

    private final ReentrantLock lock = new ReentrantLock();

    /// Reads, under a deadline of its own.
    ///
    /// @throws DatabaseFailure `UNAVAILABLE` if another thread's read takes too long
    public <T> T read(Supplier<T> reading) {
        if (!isTaken()) {
            throw DatabaseFailure.unavailable("another reading takes too long");
        }
        try {
            return Deadline.in(READING).bound(reading);
        } finally {
            lock.unlock();
        }
    }

    private boolean isTaken() {
        try {
            return lock.tryLock(WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another read", interrupted);
        }
    }
}

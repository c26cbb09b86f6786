package org.nuancan.access.password;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Threads for hashing passwords, which takes a core for 50 ms and 19 MiB. There is one thread
/// fewer than cores, with a lower priority than sales, and 100 places to wait.
@Singleton
public final class HashingThreads {

    /// How many calls wait, at most.
    static final int PLACES = 100;

    /// A call that is not done by then is refused, and its work is dropped.
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private final ThreadPoolExecutor threads;

    HashingThreads() {
        var atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        threads =
                new ThreadPoolExecutor(
                        atOnce,
                        atOnce,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(PLACES),
                        Thread.ofPlatform().daemon().name("hashing-", 0).factory());
    }

    /// Does the work on one of the threads and waits for it.
    ///
    /// @throws ProblemException `BUSY` if all places are taken or the work is not done in time;
    ///   exceptions of the work are passed on
    public <T> T call(Callable<T> work) {
        Future<T> result;
        try {
            result =
                    threads.submit(() -> {
                        LowPriority.ofThisThread();
                        return work.call();
                    });
        } catch (RejectedExecutionException _) {
            throw ProblemException.of(ProblemCode.BUSY);
        }
        try {
            return result.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException exception) {
            throw thrown(Objects.requireNonNull(exception.getCause()));
        } catch (TimeoutException _) {
            var _ = result.cancel(false);
            threads.purge();
            throw ProblemException.of(ProblemCode.BUSY);
        } catch (InterruptedException _) {
            var _ = result.cancel(false);
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.BUSY);
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception
                ? exception
                : new IllegalStateException(cause);
    }

    @PreDestroy
    void close() {
        var _ = threads.shutdownNow();
    }
}

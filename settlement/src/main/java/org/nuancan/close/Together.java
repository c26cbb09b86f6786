package org.nuancan.close;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Runs work on a list with one thread per core: while one provider's entries are hashed, the
/// database reads those of the next.
final class Together {

    private static final int HANDS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private Together() {}

    /// Runs `work` once for each element of `all`, in any order, and returns when all of it is
    /// done. After a failure no further element is started.
    ///
    /// @throws RuntimeException the first failure
    static <T> void each(List<T> all, Consumer<T> work) {
        var next = new AtomicInteger();
        var failed = new AtomicBoolean();
        var hands = new ArrayList<Future<?>>();
        // The threads end by themselves: none is running when this method returns.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var hand = 0; hand < Math.min(HANDS, all.size()); hand++) {
                hands.add(threads.submit(() -> workOff(all, next, failed, work)));
            }
        }
        hands.forEach(Together::await);
    }

    private static <T> void workOff(
            List<T> all, AtomicInteger next, AtomicBoolean failed, Consumer<T> work) {
        var done = false;
        try {
            for (var i = next.getAndIncrement();
                    i < all.size() && !failed.get();
                    i = next.getAndIncrement()) {
                work.accept(all.get(i));
            }
            done = true;
        } finally {
            if (!done) {
                failed.set(true);
            }
        }
    }

    private static void await(Future<?> hand) {
        try {
            var _ = hand.get();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while others worked", exception);
        } catch (ExecutionException exception) {
            if (exception.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (exception.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(exception.getCause());
        }
    }
}

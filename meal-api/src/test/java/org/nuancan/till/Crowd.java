package org.nuancan.till;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Many who ask at the same instant.
///
/// @param size how many
public record Crowd(int size) {

    public static Crowd of(int size) {
        return new Crowd(size);
    }

    /// Lets all of them go at once.
    ///
    /// @return what each got
    public <T> List<T> all(IntFunction<T> work) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (var i = 0; i < size; i++) {
                var number = i;
                futures.add(
                        threads.submit(() -> {
                            start.await();
                            return work.apply(number);
                        }));
            }
            start.countDown();
            return results(futures);
        }
    }

    private static <T> List<T> results(List<Future<T>> futures) {
        var results = new ArrayList<T>();
        for (var future : futures) {
            try {
                results.add(future.get());
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(exception);
            } catch (ExecutionException exception) {
                throw new AssertionError(exception.getCause());
            }
        }
        return List.copyOf(results);
    }
}

package org.nuancan.demo.lunch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/// Runs the tills in parallel, each on its own thread.
final class Crowd {

    private Crowd() {}

    /// @throws Disagreement the first one of any till; the other tills stop
    static <T> List<T> allAtOnce(List<Callable<List<T>>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<List<T>>(threads);
            var begun = work.stream().map(done::submit).toList();
            try {
                return finished(done, begun.size());
            } finally {
                begun.forEach(future -> future.cancel(true));
            }
        } catch (ExecutionException exception) {
            throw exception.getCause() instanceof Disagreement disagreement
                    ? disagreement
                    : new Disagreement("收银中断 · a till stopped: " + exception, exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new Disagreement("中断 · interrupted", exception);
        }
    }

    private static <T> List<T> finished(ExecutorCompletionService<List<T>> done, int count)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        for (var i = 0; i < count; i++) {
            results.addAll(done.take().get());
        }
        return List.copyOf(results);
    }
}

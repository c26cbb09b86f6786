package org.nuancan.bench.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// When the next request goes out. Everything here runs on the one thread of the load.
abstract sealed class Loop {

    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final int DIGITS = 3;

    private final Histogram latencies = new Histogram(LONGEST_NANOS, DIGITS);
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private CompletableFuture<Played> done = new CompletableFuture<>();
    private long began;
    private int underWay;

    /// Sets out; `whenDone` is completed once all is answered.
    final void begin(List<Till> tills, CompletableFuture<Played> whenDone) {
        done = whenDone;
        began = System.nanoTime();
        start(tills);
    }

    abstract void start(List<Till> tills);

    abstract void free(Till till);

    abstract boolean isOver();

    final long began() {
        return began;
    }

    final void ask(Till till, Call call, long since) {
        underWay++;
        till.ask(call, since);
    }

    final void answered(Till till, int status, long since) {
        underWay--;
        latencies.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - since));
        statuses.merge(status, 1L, Long::sum);
        free(till);
        endIfOver();
    }

    final void broken() {
        underWay--;
        statuses.merge(0, 1L, Long::sum);
        endIfOver();
    }

    final void endIfOver() {
        if (underWay == 0 && isOver()) {
            var _ =
                    done.complete(
                            new Played(System.nanoTime() - began, latencies, Map.copyOf(statuses)));
        }
    }

    /// Each till asks again as soon as it is answered.
    static final class Closed extends Loop {

        private final Calls calls;
        private final long time;

        Closed(Calls calls, Duration time) {
            this.calls = calls;
            this.time = time.toNanos();
        }

        @Override
        void start(List<Till> tills) {
            tills.forEach(this::free);
        }

        @Override
        void free(Till till) {
            if (!isOver()) {
                ask(till, calls.next(), System.nanoTime());
            }
        }

        @Override
        boolean isOver() {
            return System.nanoTime() - began() >= time;
        }
    }

    /// Requests are due at a fixed rate.
    static final class Open extends Loop {

        private static final long LOOK_EVERY_MICROS = 500;

        private final Calls calls;
        private final double nanosBetween;
        private final long planned;
        private final ArrayDeque<Till> idle = new ArrayDeque<>();
        private long asked;

        Open(Calls calls, double perSecond, Duration time) {
            this.calls = calls;
            this.nanosBetween = TimeUnit.SECONDS.toNanos(1) / perSecond;
            this.planned = (long) (time.toNanos() / nanosBetween);
        }

        @Override
        void start(List<Till> tills) {
            idle.addAll(tills);
            look(tills.getFirst());
        }

        private void look(Till clock) {
            askWhatIsDue();
            endIfOver();
            if (!isOver()) {
                clock.later(() -> look(clock), LOOK_EVERY_MICROS);
            }
        }

        private void askWhatIsDue() {
            while (!idle.isEmpty() && asked < planned && dueAt(asked) <= System.nanoTime()) {
                var due = dueAt(asked++);
                ask(idle.removeFirst(), calls.next(), due);
            }
        }

        private long dueAt(long number) {
            return began() + (long) (number * nanosBetween);
        }

        @Override
        void free(Till till) {
            idle.addLast(till);
            askWhatIsDue();
        }

        @Override
        boolean isOver() {
            return asked >= planned;
        }
    }
}

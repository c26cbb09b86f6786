package org.nuancan.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

class HashingThreadsTest {

    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    @Test
    void a_hundred_wait_for_the_threads_and_further_ones_are_refused_at_once() throws Exception {
        var threads = new HashingThreads();
        var gate = new CountDownLatch(1);
        var atWork = new AtomicInteger();
        var mostAtWork = new AtomicInteger();
        var refused = new AtomicInteger();
        var all = HashingThreads.PLACES + AT_ONCE + 50;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<?>>();
            for (var i = 0; i < all; i++) {
                calls.add(
                        callers.submit(() -> {
                            try {
                                var _ =
                                        threads.call(() -> {
                                            mostAtWork.accumulateAndGet(
                                                    atWork.incrementAndGet(), Math::max);
                                            gate.await();
                                            return atWork.decrementAndGet();
                                        });
                            } catch (ProblemException refusal) {
                                assertThat(refusal.code()).isEqualTo(ProblemCode.BUSY);
                                if (refused.incrementAndGet() == 50) {
                                    gate.countDown();
                                }
                            }
                        }));
            }
            for (var call : calls) {
                var _ = call.get();
            }
        } finally {
            gate.countDown();
            threads.close();
        }
        assertThat(refused).hasValue(50);
        assertThat(mostAtWork).hasValue(AT_ONCE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_kernel_gives_the_threads_a_lower_priority_and_the_others_keep_theirs()
            throws Exception {
        var threads = new HashingThreads();
        try {
            assertThat(threads.call(HashingThreadsTest::niceness))
                    .isEqualTo(niceness() + LowPriority.NICENESS);
        } finally {
            threads.close();
        }
    }

    @Test
    void an_exception_of_the_work_reaches_the_caller() {
        var threads = new HashingThreads();

        assertThatThrownBy(() ->
                        threads.call(() -> {
                            throw new IllegalStateException("no such hash");
                        }))
                .hasMessage("no such hash");
        threads.close();
    }

    /// Of the calling thread: field 19 of its `stat`, the 17th after the name in brackets.
    private static int niceness() throws Exception {
        var stat = Files.readString(Path.of("/proc/thread-self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Integer.parseInt(fields[16]);
    }
}

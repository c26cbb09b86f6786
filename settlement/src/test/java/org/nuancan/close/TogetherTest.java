package org.nuancan.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void each_is_done_once() {
        var done = new ConcurrentLinkedQueue<Integer>();

        Together.each(HUNDRED, done::add);

        assertThat(done).containsExactlyInAnyOrderElementsOf(HUNDRED);
    }

    @Test
    void a_failure_is_thrown_and_no_further_work_begins() {
        var begun = new ConcurrentLinkedQueue<Integer>();

        assertThatThrownBy(() ->
                        Together.each(
                                HUNDRED,
                                number -> {
                                    begun.add(number);
                                    throw new IllegalStateException("no more");
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more");
        assertThat(begun).hasSizeLessThan(HUNDRED.size());
    }

    @Test
    void nothing_to_do_is_nothing_done() {
        Together.each(
                List.of(),
                number -> {
                    throw new AssertionError(number);
                });
    }
}

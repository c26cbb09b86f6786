package org.nuancan.till.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Deadline;
import org.nuancan.http.idempotency.IdempotencyKeys.Claim;
import org.nuancan.till.checkout.CheckoutLine.Lane;

class CheckoutLineTest {

    private static final Duration HUNG = Duration.ofSeconds(2);

    private final AtomicLong nanos = new AtomicLong();
    private final CheckoutLine<WaitingTill> line =
            new CheckoutLine<>(
                    new CheckoutSettings(2, 16, 5, Duration.ofSeconds(1), HUNG), nanos::get);
    private int count;

    private record WaitingTill(
            Claim claim, Deadline deadline, CompletableFuture<DatabaseFailure> refused)
            implements CheckoutLine.Waiting {

        @Override
        public void refuse(DatabaseFailure failure) {
            refused.complete(failure);
        }
    }

    private WaitingTill waiting(Duration left) {
        count++;
        return new WaitingTill(
                new Claim("till", "key-" + count, "fingerprint"),
                Deadline.in(left),
                new CompletableFuture<>());
    }

    private Optional<Lane> join() {
        return line.join(waiting(Duration.ofMinutes(1)));
    }

    @Test
    void a_lone_checkout_opens_a_lane_and_the_next_one_waits_for_company() {
        assertThat(join()).contains(new Lane(0));
        assertThat(line.next(new Lane(0))).hasSize(1);

        assertThat(join()).isEmpty();
        assertThat(join()).contains(new Lane(1));
    }

    @Test
    void a_lane_that_hangs_is_replaced_and_ends_when_it_comes_back() {
        assertThat(join()).contains(new Lane(0));
        assertThat(line.next(new Lane(0))).hasSize(1);
        nanos.addAndGet(HUNG.toNanos() + 1);

        assertThat(join()).contains(new Lane(1));
        assertThat(line.next(new Lane(1))).hasSize(1);
        assertThat(line.slowest()).isGreaterThan(HUNG);
        assertThat(join()).isEmpty();
        assertThat(join()).contains(new Lane(2));
        assertThat(line.next(new Lane(2))).hasSize(2);

        assertThat(join()).isEmpty();
        assertThat(line.next(new Lane(0))).isEmpty();
        assertThat(line.slowest()).isZero();
    }

    @Test
    void there_are_never_more_than_twice_as_many_lanes() {
        for (var lane = 0; lane < 4; lane++) {
            assertThat(join()).contains(new Lane(lane));
            assertThat(line.next(new Lane(lane))).hasSize(1);
            nanos.addAndGet(HUNG.toNanos() + 1);
        }

        assertThat(join()).isEmpty();
    }

    @Test
    void one_that_waited_too_long_is_refused_and_not_sold() {
        var late = waiting(Duration.ofMillis(500));
        assertThat(line.join(late)).contains(new Lane(0));
        var inTime = waiting(Duration.ofMinutes(1));
        assertThat(line.join(inTime)).contains(new Lane(1));

        assertThat(line.next(new Lane(0))).containsExactly(inTime);
        assertThat(late.refused()).isCompleted();
        assertThat(inTime.refused()).isNotDone();
    }

    @Test
    void a_full_line_takes_no_more() {
        for (var one = 0; one < 5; one++) {
            var _ = join();
        }

        assertThatThrownBy(this::join).isInstanceOf(DatabaseFailure.class);
    }
}

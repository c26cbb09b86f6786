package org.nuancan.kitchen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuancan.kitchen.batch.Batch.Hold;
import org.nuancan.policy.fact.Slot;

class BatchTest {

    private static final KitchenSettings RULES =
            new KitchenSettings(
                    125, Duration.ofHours(48), Duration.ofHours(2), 60, Duration.ofHours(1), 70);
    private static final Instant TEN = Instant.parse("2026-11-18T02:00:00Z");

    @Test
    void a_meal_may_leave_up_to_two_hours_after_cooking_and_not_a_second_later() {
        assertThat(batch().mayLeave(after(120), RULES)).isTrue();
        assertThat(batch().mayLeave(after(120).plusSeconds(1), RULES)).isFalse();
    }

    @Test
    void kept_at_sixty_degrees_or_above_it_may_leave_later() {
        assertThat(batch(hold(110, 600), hold(165, 600)).mayLeave(after(180), RULES)).isTrue();
        assertThat(batch(hold(110, 600), hold(165, 599)).mayLeave(after(180), RULES)).isFalse();
    }

    @Test
    void a_reading_that_is_too_old_or_began_too_late_does_not_help() {
        assertThat(batch(hold(110, 650)).mayLeave(after(171), RULES)).isFalse();
        assertThat(batch(hold(121, 650)).mayLeave(after(130), RULES)).isFalse();
    }

    @Test
    void once_it_was_cold_it_does_not_leave_any_more() {
        assertThat(batch(hold(60, 400), hold(150, 700)).mayLeave(after(155), RULES)).isFalse();
    }

    private static Batch batch(Hold... holds) {
        return new Batch(
                1,
                2,
                LocalDate.of(2026, 11, 18),
                Slot.LUNCH,
                "SET",
                50,
                0,
                TEN,
                850,
                List.copyOf(Arrays.asList(holds)));
    }

    private static Hold hold(int minutes, int decicelsius) {
        return new Hold(after(minutes), decicelsius);
    }

    private static Instant after(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }
}

package org.nuancan.delivery.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nuancan.delivery.route.Routing.Drop;
import org.nuancan.provider.site.Place;

class RoutingTest {

    private static final Place KITCHEN = Place.of(39.99, 116.47);
    private static final int OTHERS = 3;
    private static final RouteSettings SETTINGS = settings(60);

    @Test
    void three_hundred_stops_and_ten_riders_take_less_than_ten_seconds() {
        var drops = drops(300, 1);
        var riders = IntStream.range(0, 10).mapToObj(number -> "rider-" + number).toList();
        var began = System.nanoTime();

        var plan = new Routing(SETTINGS).plan(KITCHEN, drops, riders);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(plan.left()).isEmpty();
        assertThat(planned(plan)).hasSize(300).doesNotHaveDuplicates();
        assertThat(plan.runs().values()).allSatisfy(run -> assertThat(run).hasSizeLessThan(61));
        // Most of those who come first come in the first 45 minutes.
        var after = new HashMap<Long, Duration>();
        plan.runs().values().forEach(run -> run.forEach(s -> after.put(s.orderId(), s.after())));
        var first = drops.stream().filter(drop -> drop.rank() < OTHERS).toList();
        assertThat(first).isNotEmpty();
        assertThat(first)
                .allSatisfy(drop ->
                        assertThat(after.get(drop.orderId()))
                                .isLessThanOrEqualTo(SETTINGS.firstWithin()));
    }

    @Test
    void on_a_run_an_order_of_a_lower_rank_comes_before_all_others() {
        var drops =
                drops(24, 3).stream()
                        .map(drop ->
                                new Drop(
                                        drop.orderId(),
                                        drop.place(),
                                        1,
                                        Math.toIntExact(drop.orderId() % 4)))
                        .toList();
        var ranks = new HashMap<Long, Integer>();
        drops.forEach(drop -> ranks.put(drop.orderId(), drop.rank()));

        var plan = new Routing(SETTINGS).plan(KITCHEN, drops, List.of("a", "b", "c", "d"));

        assertThat(planned(plan)).hasSize(24).doesNotHaveDuplicates();
        assertThat(plan.runs().values())
                .allSatisfy(run ->
                        assertThat(run.stream().map(stop -> ranks.get(stop.orderId()))).isSorted());
    }

    @Test
    void nobody_carries_more_than_fits_and_what_fits_on_nobody_is_said() {
        var plan = new Routing(settings(5)).plan(KITCHEN, drops(12, 2), List.of("a", "b"));

        assertThat(planned(plan)).hasSize(10);
        assertThat(plan.left()).hasSize(2);
        assertThat(plan.runs().values()).allSatisfy(run -> assertThat(run).hasSize(5));
    }

    @Test
    void what_nobody_reaches_in_time_comes_late_rather_than_not_at_all() {
        var far = new Drop(7, Place.of(41.5, 116.47), 1, OTHERS);

        var plan = new Routing(SETTINGS).plan(KITCHEN, List.of(far), List.of("a"));

        assertThat(planned(plan)).containsExactly(7L);
        assertThat(plan.left()).isEmpty();
    }

    private static RouteSettings settings(int capacity) {
        return new RouteSettings(
                capacity,
                Duration.ofMinutes(2),
                4,
                Duration.ofMinutes(45),
                Duration.ofHours(2),
                Duration.ofSeconds(3));
    }

    private static List<Long> planned(Routing.Plan plan) {
        var planned = new ArrayList<Long>();
        plan.runs().values().forEach(run -> run.forEach(stop -> planned.add(stop.orderId())));
        return planned;
    }

    private static List<Drop> drops(int count, int seed) {
        var random = new Random(seed);
        var drops = new ArrayList<Drop>();
        for (var number = 1; number <= count; number++) {
            drops.add(
                    new Drop(
                            number,
                            Place.of(
                                    39.99 + (random.nextDouble() - 0.5) * 0.04,
                                    116.47 + (random.nextDouble() - 0.5) * 0.04),
                            1,
                            number % 12 == 0 ? number % 24 / 12 : OTHERS));
        }
        return drops;
    }
}

package org.nuancan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.nuancan.access.Role;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ordering.Kitchen;

/// Random meals: ordered singly and by plans, cancelled, paused and resumed, cooked, driven, handed
/// over and failed. After each part of the day what the kitchen counts, the labels, the riders'
/// sheets and the desk's orders are of the same meals, and in the end the statements are, too.
class AgreementTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    private static final AtomicInteger WEEKS = new AtomicInteger();

    /// The first of the Wednesdays, each of which is closed by one try.
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 18);

    static {
        Kitchen.clock(SERVER, "2026-11-10T09:00:00+08:00");
        var nobody =
                SERVER.as(Role.CITY_ADMIN)
                        .post(
                                "/v1/loss-bearers",
                                Map.of(
                                        "reason",
                                        "OTHER",
                                        "effectiveFrom",
                                        "2026-11-11",
                                        "bearer",
                                        "NOBODY"));
        assertThat(nobody.status()).as(nobody.toString()).isEqualTo(201);
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void production_labels_runs_and_what_is_settled_agree(@ForAll long seed) throws IOException {
        var date = FIRST.plusWeeks(WEEKS.getAndIncrement());
        var day = RandomMeal.open(SERVER, date, new Random(seed));

        day.plan(30);
        day.meal().mustAgree();
        day.restingPlansCookNothing();

        day.cook(25);
        day.meal().mustAgree();

        day.drive(40);
        day.meal().mustAgree();

        assertThat(day.close().status()).isEqualTo(200);
        day.meal().mustAgree();
        new Books(day.meal()).mustHoldEachPartOnce();
        allBecameOfSome(day.meal().orders());
    }

    /// Laws hold of empty days, too: this was none.
    private static void allBecameOfSome(List<JsonNode> orders) {
        var seen = new TreeSet<String>();
        for (var order : orders) {
            var state = order.at("/state").asText();
            seen.add(order.at("/planId").isNull() ? state : state + " of a plan");
            if (state.equals("FAILED")) {
                seen.add(OneMeal.wasCooked(order) ? "cooked" : "not cooked");
            }
        }
        assertThat(seen)
                .contains(
                        "DELIVERED",
                        "COLLECTED",
                        "CANCELLED",
                        "CANCELLED of a plan",
                        "FAILED",
                        "FAILED of a plan",
                        "cooked",
                        "not cooked");
    }
}

package org.nuancan.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.user.UserService;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;
import org.nuancan.event.Events;
import org.nuancan.http.ServerUnderTest;

class EventsOfNodesTest {

    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final String DISTRICT = "110118";
    private static final int EVENTS = 60;

    record Body(String orderId) {}

    @Test
    void a_page_that_changes_the_node_gets_each_event_once() throws Exception {
        var database = TestDatabase.fresh();
        var first = ServerUnderTest.start(database, Map.of());
        var second = ServerUnderTest.start(database, Map.of());
        var name = ServerUnderTest.unique("listener");
        first.bean(UserService.class)
                .create(name, "test-pass", Role.DISTRICT_OFFICER, ScopeWords.district(DISTRICT));
        var received = new ArrayList<String>();
        String last;
        try (var page = page(first, name, null)) {
            var _ = page.next(":");
            for (var number = 0; number < EVENTS / 3; number++) {
                tell(number % 2 == 0 ? first : second, number);
            }
            last = receive(page, received, EVENTS / 3 - 5);
            // Written on the node that goes, perhaps not told any more by it.
            for (var number = EVENTS / 3; number < 2 * EVENTS / 3; number++) {
                tell(first, number);
            }
            first.bean(EmbeddedServer.class).close();
        }
        for (var number = 2 * EVENTS / 3; number < EVENTS; number++) {
            tell(second, number);
        }
        try (var page = page(second, name, last)) {
            var _ = receive(page, received, EVENTS - received.size());
            assertThat(page.rest()).noneMatch(line -> line.startsWith("data:"));
        }

        assertThat(received)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, EVENTS).mapToObj(EventsOfNodesTest::order).toList());
    }

    /// @return the id of the last event
    private static String receive(EventStream page, List<String> received, int count)
            throws InterruptedException {
        var last = "";
        for (var number = 0; number < count; number++) {
            last = page.next("id: ");
            received.add(page.next("data: "));
        }
        return last;
    }

    private static String order(int number) {
        return "{\"orderId\":\"" + number + "\"}";
    }

    private static void tell(ServerUnderTest node, int number) {
        var happening =
                new Events.Happening(
                        EventType.ORDER_OUT,
                        Optional.empty(),
                        Concerns.area(DISTRICT + "001"),
                        new Body(Integer.toString(number)),
                        NOON);
        var _ =
                node.bean(Transactions.class)
                        .inOne(connection -> {
                            node.bean(Events.class).tell(connection, happening);
                            return true;
                        });
    }

    private static EventStream page(ServerUnderTest node, String name, @Nullable String last)
            throws Exception {
        var answer =
                node.anonymous().post("/login", Map.of("username", name, "password", "test-pass"));
        return new EventStream(node.address(), "Bearer " + answer.text("/access_token"), last);
    }
}

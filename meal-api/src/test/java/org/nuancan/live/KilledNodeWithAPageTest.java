package org.nuancan.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.NOBODY;
import static org.nuancan.till.Canteen.sale;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.user.UserService;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.Client;
import org.nuancan.http.NodeProcess;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.till.Canteen;

/// A node is killed with SIGKILL while it sells and while a page receives its events.
class KilledNodeWithAPageTest {

    private static final int TILLS = 3;
    private static final int SALES_A_TILL = 25;
    private static final int HEARD_BEFORE = 20;
    private static final String PASSWORD = "test-pass";

    /// The sales that a page received.
    private static final class Received {

        private final List<String> orders = new ArrayList<>();
        private String last = "";

        void next(EventStream page) throws InterruptedException {
            last = page.next("id: ");
            assertThat(page.next("event: ")).isEqualTo("sale");
            orders.add(orderId(page.next("data: ")));
        }

        private static String orderId(String content) {
            return content.replaceFirst(".*\"orderId\":\"(\\d+)\".*", "$1");
        }
    }

    @TempDir private Path folder;

    @Test
    void a_page_that_changes_the_node_has_received_each_sale_once() throws Exception {
        var database = TestDatabase.fresh();
        var canteen = Canteen.open(ServerUnderTest.start(database, Map.of()));
        var name = manager(canteen);
        var received = new Received();
        Set<String> sold;
        try (var node = NodeProcess.start(database, folder)) {
            var sellsAt = new AtomicReference<>(node.address());
            var tills = new ArrayList<CompletableFuture<Set<String>>>();
            try (var page = page(canteen, name, node.address(), null)) {
                var _ = page.next(":");
                for (var till = 0; till < TILLS; till++) {
                    tills.add(CompletableFuture.supplyAsync(() -> sell(canteen, sellsAt)));
                }
                for (var sale = 0; sale < HEARD_BEFORE; sale++) {
                    received.next(page);
                }
                node.kill();
                assertThat(page.next(EventStream.END)).isEmpty();
            }
            sellsAt.set(canteen.server().address());
            sold = all(tills);
        }
        try (var page = page(canteen, name, canteen.server().address(), received.last)) {
            while (received.orders.size() < sold.size()) {
                received.next(page);
            }
            var more = soldAt(canteen.till());
            received.next(page);

            assertThat(received.orders).last().isEqualTo(more);
            assertThat(page.rest()).noneMatch(line -> line.startsWith("data:"));
            sold.add(more);
        }

        assertThat(sold).hasSize(TILLS * SALES_A_TILL + 1);
        assertThat(received.orders).containsExactlyInAnyOrderElementsOf(sold);
    }

    private static String manager(Canteen canteen) {
        var name = ServerUnderTest.unique("manager");
        canteen.server()
                .bean(UserService.class)
                .create(
                        name,
                        PASSWORD,
                        Role.PROVIDER_MANAGER,
                        ScopeWords.provider(Long.parseLong(canteen.providerId())));
        return name;
    }

    private static Set<String> all(List<CompletableFuture<Set<String>>> tills) {
        var orders = new HashSet<String>();
        tills.forEach(till -> orders.addAll(till.join()));
        return orders;
    }

    /// A till that sells at the given node, and asks again with the same key if no answer comes.
    private static Set<String> sell(Canteen canteen, AtomicReference<URI> address) {
        var orders = new HashSet<String>();
        for (var sale = 0; sale < SALES_A_TILL; sale++) {
            var till = canteen.till().with("Idempotency-Key", UUID.randomUUID().toString());
            orders.add(sold(till, address).text("/orderId"));
        }
        return orders;
    }

    private static Reply sold(Client till, AtomicReference<URI> address) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                var reply = till.at(address.get()).post("/v1/pos/checkouts", sale(NOBODY, 1800));
                if (reply.status() == 201) {
                    return reply;
                }
                throw new AssertionError(reply.toString());
            } catch (UncheckedIOException unreachable) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("no node answers", unreachable);
                }
                Thread.onSpinWait();
            }
        }
    }

    private static String soldAt(Client till) {
        return till.withNewKey().post("/v1/pos/checkouts", sale(NOBODY, 1800)).text("/orderId");
    }

    private static EventStream page(
            Canteen canteen, String name, URI node, @Nullable String lastEventId) throws Exception {
        var answer =
                canteen.server()
                        .anonymous()
                        .post("/login", Map.of("username", name, "password", PASSWORD));
        return new EventStream(node, "Bearer " + answer.text("/access_token"), lastEventId);
    }
}

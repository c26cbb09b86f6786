package org.nuancan.till.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.NOBODY;
import static org.nuancan.till.Canteen.grants;
import static org.nuancan.till.Canteen.lunch;
import static org.nuancan.till.Canteen.sale;
import static org.nuancan.till.Canteen.with;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.till.Canteen;
import org.nuancan.till.Crowd;

/// Who else is in a group makes no difference to what becomes of a checkout, on one node and on
/// two.
class CheckoutGroupsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Canteen CANTEEN = Canteen.open(node());
    private static final ServerUnderTest OTHER_NODE = node();

    private static ServerUnderTest node() {
        return ServerUnderTest.start(DATABASE, Map.of());
    }

    private static Client otherNodesTill() {
        return CANTEEN.till().at(OTHER_NODE.address());
    }

    @Test
    void a_card_that_was_reported_lost_on_one_node_is_refused_on_the_other_at_once() {
        var diner = CANTEEN.entitled();
        var known = otherNodesTill().withNewKey().post("/v1/pos/checkouts", lunch(diner, 1300));
        assertThat(known.status()).as(known.toString()).isEqualTo(201);

        var lost =
                CANTEEN.server()
                        .as(Role.CITY_ADMIN)
                        .post("/v1/cards/" + diner.card() + "/state", "{\"state\": \"LOST\"}");
        var refused = otherNodesTill().withNewKey().post("/v1/pos/checkouts", lunch(diner, 1800));

        assertThat(lost.status()).as(lost.toString()).isEqualTo(200);
        assertThat(refused.code()).isEqualTo("CARD_LOST");
    }

    @Test
    void a_death_that_was_reported_on_one_node_counts_on_the_other_at_once() {
        var diner = CANTEEN.entitled();
        var known = otherNodesTill().withNewKey().post("/v1/pos/checkouts", lunch(diner, 1300));
        assertThat(known.status()).as(known.toString()).isEqualTo(201);

        var dead =
                CANTEEN.server()
                        .as(Role.CITY_ADMIN)
                        .post(
                                "/v1/elders/" + diner.elderId() + "/status",
                                """
                                {"status": "DECEASED", "on": "2026-01-01", "reason": "注销"}
                                """);
        var refused = otherNodesTill().withNewKey().post("/v1/pos/checkouts", lunch(diner, 1800));

        assertThat(dead.status()).as(dead.toString()).isLessThan(300);
        assertThat(refused.code()).isEqualTo("ELDER_NOT_ACTIVE");
    }

    @Test
    void of_100_simultaneous_checkouts_of_one_elder_on_two_nodes_one_is_granted() {
        var diner = CANTEEN.entitled();
        var tills = List.of(CANTEEN.till(), otherNodesTill());

        var replies = Crowd.of(100).all(number -> sellAtAnyPrice(tills.get(number % 2), diner));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        assertThat(replies.stream().filter(reply -> grants(reply).contains("BJ-DINER 500")))
                .hasSize(1);
    }

    private static Reply sellAtAnyPrice(Client till, Canteen.Diner diner) {
        var reply = till.withNewKey().post("/v1/pos/checkouts", lunch(diner, 1300));
        return reply.status() == 201
                ? reply
                : till.withNewKey().post("/v1/pos/checkouts", lunch(diner, 1800));
    }

    @Test
    void a_checkout_that_waits_for_an_elder_does_not_delay_others() {
        var held = CANTEEN.entitled();
        var others = List.of(CANTEEN.entitled(), CANTEEN.entitled(), CANTEEN.ordinary());
        var transactions = CANTEEN.server().bean(Transactions.class);

        var waiting =
                transactions.inOne(connection -> {
                    lock(connection, held);
                    var late =
                            CompletableFuture.supplyAsync(
                                    () -> CANTEEN.sell(lunch(held, 1300)),
                                    Thread.ofVirtual()::start);
                    var replies =
                            Crowd.of(30)
                                    .all(number ->
                                            CANTEEN.sell(
                                                    number < 3
                                                            ? lunch(
                                                                    others.get(number),
                                                                    number < 2 ? 1300 : 1800)
                                                            : sale(NOBODY, 1800)));
                    assertThat(replies)
                            .allSatisfy(reply ->
                                    assertThat(reply.status()).as(reply.toString()).isEqualTo(201));
                    assertThat(late).isNotDone();
                    return late;
                });

        assertThat(waiting.join().status()).isEqualTo(201);
    }

    private static void lock(Connection connection, Canteen.Diner diner) throws SQLException {
        var _ =
                Sql.on(connection, "select elder_id from elder where elder_id = ? for update")
                        .with(Long.parseLong(diner.elderId()))
                        .one(row -> row.number("elder_id"));
    }

    @Test
    void one_that_the_database_refuses_fails_alone() {
        execute(
                """
                create trigger poison before insert on meal_order for each row
                begin
                    if new.shift_id = 'POISON' then
                        signal sqlstate '45000' set message_text = 'poison';
                    end if;
                end
                """);
        try {
            var replies =
                    Crowd.of(40)
                            .all(number ->
                                    CANTEEN.sell(
                                            with(
                                                    sale(NOBODY, 1800),
                                                    "shiftId",
                                                    number == 17 ? "POISON" : "GOOD")));

            assertThat(replies.get(17).status()).isEqualTo(500);
            assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(39);
        } finally {
            execute("drop trigger poison");
        }
    }

    private static void execute(String statement) {
        var _ =
                CANTEEN.server()
                        .bean(Transactions.class)
                        .inOne(connection -> Sql.on(connection, statement).run());
    }

    @Test
    void of_two_with_one_code_in_the_same_instant_one_is_sold() {
        var diner = CANTEEN.entitled();
        var code =
                CANTEEN.server()
                        .as(Role.CITY_ADMIN)
                        .post("/v1/elders/" + diner.elderId() + "/codes", "{}")
                        .text("/code");

        var replies =
                Crowd.of(10)
                        .all(number ->
                                CANTEEN.sell(sale(Map.of("type", "CODE", "value", code), 1300)));

        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 201))
                .hasSize(9)
                .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("CODE_USED"));
    }
}

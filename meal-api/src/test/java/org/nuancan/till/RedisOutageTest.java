package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.grants;
import static org.nuancan.till.Canteen.lunch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.engine.TestRedis;

/// Redis is optional: tills sell meals while Redis is down.
class RedisOutageTest {

    private static final Canteen CANTEEN = Canteen.open();

    @AfterEach
    void endTheOutage() {
        TestRedis.startAgain();
    }

    @Test
    void tills_go_on_selling_and_signing_in_while_redis_is_away_and_after_it() {
        assertThat(CANTEEN.sell(lunch(CANTEEN.entitled(), 1300)).status()).isEqualTo(201);
        TestRedis.stop();

        for (var meal = 0; meal < 5; meal++) {
            var sold = CANTEEN.sell(lunch(CANTEEN.entitled(), 1300));
            assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
            assertThat(grants(sold)).contains("BJ-DINER 500");
        }
        var another = CANTEEN.server().newTerminal(CANTEEN.siteId());
        assertThat(another.get("/v1/pos/checkouts?limit=1").status()).isEqualTo(200);

        TestRedis.startAgain();
        assertThat(CANTEEN.sell(lunch(CANTEEN.entitled(), 1300)).status()).isEqualTo(201);
        assertThat(CANTEEN.server().as(Role.CITY_ADMIN).get("/v1/users").status()).isEqualTo(200);
    }
}

package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.lunch;
import static org.nuancan.till.Canteen.with;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.http.ServerUnderTest;

/// A till that lost the answer to a checkout just before midnight asks again after it (`api.md`,
/// Idempotency-Key).
class RepeatedAfterMidnightTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());

    private static void clock(String now) {
        var set = SERVER.as(Role.CITY_ADMIN).put("/test/clock", Map.of("now", now));
        assertThat(set.status()).as(set.toString()).isLessThan(300);
    }

    @Test
    void a_checkout_that_was_sold_before_midnight_is_answered_again_after_it() {
        clock("2027-03-03T23:59:30+08:00");
        var canteen = Canteen.open(SERVER);
        var till = canteen.till().with("Idempotency-Key", "midnight-1");
        var meal = with(lunch(canteen.entitled(), 1300), "serviceDate", "2027-03-03");
        var sold = till.post("/v1/pos/checkouts", meal);
        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);

        clock("2027-03-04T00:00:30+08:00");
        var again = till.post("/v1/pos/checkouts", meal);
        var other = till.post("/v1/pos/checkouts", with(meal, "slot", "DINNER"));
        var unknown = canteen.till().withNewKey().post("/v1/pos/checkouts", meal);

        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(sold.body());
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(unknown.code()).isEqualTo("SERVICE_DATE_REFUSED");
        assertThat(Canteen.sum(canteen.balances())).isZero();
    }
}

package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.NOBODY;
import static org.nuancan.till.Canteen.lunch;
import static org.nuancan.till.Canteen.sale;
import static org.nuancan.till.Canteen.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.http.ServerUnderTest;

/// How a sale is paid.
class TendersTest {

    private static final Canteen CANTEEN = Canteen.open();

    @Test
    void tenders_that_do_not_add_up_are_refused_with_the_right_sum_and_nothing_is_booked() {
        var diner = CANTEEN.entitled();
        var before = CANTEEN.balances();

        var refused = CANTEEN.sell(lunch(diner, 1299));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("TENDERS_DO_NOT_ADD_UP");
        assertThat(refused.number("/elderPaysFen")).isEqualTo(1300);
        assertThat(CANTEEN.balances()).isEqualTo(before);
        assertThat(CANTEEN.sell(lunch(diner, 1300)).status()).isEqualTo(201);
    }

    @Test
    void rounding_in_cash_is_borne_by_the_provider() {
        var sold =
                CANTEEN.sell(
                        with(
                                with(
                                        sale(NOBODY, 500),
                                        "items",
                                        List.of(Map.of("sku", "BUN", "quantity", 1))),
                                "roundingFen",
                                1));

        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        assertThat(CANTEEN.balance("discount")).isPositive();
    }

    @Test
    void rounding_needs_cash() {
        var card = List.of(Map.of("type", "MOBILE", "amountFen", 1799));

        var refused = CANTEEN.sell(with(with(sale(NOBODY, 0), "tenders", card), "roundingFen", 1));

        assertThat(refused.code()).isEqualTo("ROUNDING_REFUSED");
    }

    @Test
    void an_acquirers_reference_is_needed_and_counts_once() {
        var nameless = List.of(Map.of("type", "ECNY", "amountFen", 1800));
        var named =
                List.of(
                        Map.of(
                                "type",
                                "ECNY",
                                "amountFen",
                                1800,
                                "reference",
                                ServerUnderTest.unique("R")));

        assertThat(CANTEEN.sell(with(sale(NOBODY, 0), "tenders", nameless)).code())
                .isEqualTo("REFERENCE_REQUIRED");
        assertThat(CANTEEN.sell(with(sale(NOBODY, 0), "tenders", named)).status()).isEqualTo(201);
        assertThat(CANTEEN.sell(with(sale(NOBODY, 0), "tenders", named)).code())
                .isEqualTo("REFERENCE_USED");
    }

    @Test
    void a_reference_has_no_space_at_its_ends() {
        for (var reference : List.of(" ", "R ", " R")) {
            var tender = Map.of("type", "ECNY", "amountFen", 1800, "reference", reference);

            var refused = CANTEEN.sell(with(sale(NOBODY, 0), "tenders", List.of(tender)));

            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        }
    }
}

package org.nuancan.ordering.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.posting.Bearer;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Kitchen;
import org.nuancan.sale.GapReason;

class LossBearersTest {

    private final Kitchen kitchen = Kitchen.open();

    @Test
    void every_reason_of_a_gap_or_a_failure_is_in_the_table_from_the_start() {
        var reasons =
                Stream.concat(
                                Stream.of(GapReason.values()).map(Enum::name),
                                Stream.of(FailureReason.values()).map(Enum::name))
                        .toList();

        var table = kitchen.canteen().server().as(Role.CITY_ADMIN).get("/v1/loss-bearers");

        assertThat(table.at("/items").findValuesAsText("reason")).containsAll(reasons);
        assertThat(Stream.of(LossReason.values()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(reasons);
    }

    @Test
    void a_version_holds_from_its_day_on_and_not_before() {
        var city = kitchen.canteen().server().as(Role.CITY_ADMIN);

        var today =
                city.post(
                        "/v1/loss-bearers",
                        Map.of(
                                "reason", "WRONG_ADDRESS",
                                "effectiveFrom", Kitchen.TODAY,
                                "bearer", "STREET"));
        var later =
                city.post(
                        "/v1/loss-bearers",
                        Map.of(
                                "reason", "WRONG_ADDRESS",
                                "effectiveFrom", "2027-01-01",
                                "bearer", "STREET"));

        assertThat(today.code()).isEqualTo("POLICY_PERIOD_REFUSED");
        assertThat(later.status()).as(later.toString()).isEqualTo(201);
        assertThat(bearer("2026-12-31")).isEqualTo(new Bearer.Kitchen());
        assertThat(bearer("2027-01-01")).isEqualTo(new Bearer.Payer("110105012"));
    }

    private Bearer bearer(String date) {
        var server = kitchen.canteen().server();
        return server.bean(Transactions.class)
                .reading(_ ->
                        server.bean(LossBearers.class)
                                .of(FailureReason.WRONG_ADDRESS, LocalDate.parse(date), "110105012")
                                .orElseThrow())
                .bearer();
    }
}

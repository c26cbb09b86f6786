package org.nuancan.delivery.ride;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.delivery.Road;
import org.nuancan.delivery.Snapshots;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ordering.Kitchen;
import org.nuancan.retention.Retention;

/// Photos of doors go a year after the money did. Statements are set to PAID by hand here: payment
/// has tests of its own.
class OldPhotosTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());

    private final LocalDate today = LocalDate.of(2026, 11, 18);
    private final Kitchen kitchen = Kitchen.open(SERVER, today.toString());
    private final Road road = Road.of(kitchen);

    @Test
    void a_photo_is_deleted_a_year_after_both_statements_were_paid() {
        var orderId = delivered();
        assertThat(kitchen.close().status()).isEqualTo(200);

        forgetOn("2028-01-10");
        assertThat(photo(orderId)).isEqualTo(200);

        paid(kitchen.carrierId(), "2027-01-08T09:00:00Z");
        paid(kitchen.canteen().providerId(), "2027-01-10T09:00:00Z");
        forgetOn("2028-01-10");
        assertThat(photo(orderId)).isEqualTo(200);

        forgetOn("2028-01-12");
        assertThat(photo(orderId)).isEqualTo(404);
        assertThat(road.dispatcher().get("/v1/orders/" + orderId + "/proof").text("/type"))
                .isEqualTo("PHOTO");
    }

    private String delivered() {
        var orderId = road.order(kitchen.canteen().ordinary());
        var _ = road.made(List.of(orderId));
        kitchen.clock(today + "T11:30:00+08:00");
        assertThat(road.depart().text("/state")).isEqualTo("OUT");
        var photo =
                road.rider()
                        .upload(
                                "/v1/rider/stops/" + orderId + "/photos",
                                "image/jpeg",
                                Snapshots.jpeg(ServerUnderTest.unique("photo")))
                        .text("/photo");
        var done =
                road.deliver(
                        orderId,
                        "d",
                        Map.of("type", "PHOTO", "value", photo),
                        1800 + 300,
                        today + "T11:30:00+08:00");
        assertThat(done.text("/state")).as(done.toString()).isEqualTo("DELIVERED");
        return orderId;
    }

    private void forgetOn(String date) {
        kitchen.clock(date + "T09:00:00+08:00");
        assertThat(SERVER.bean(Retention.class).run())
                .extracting(Retention.Run::kind)
                .contains("delivery-photos");
    }

    private int photo(String orderId) {
        return road.dispatcher().get("/v1/orders/" + orderId + "/proof/photo").status();
    }

    private static void paid(String providerId, String at) {
        var written =
                SERVER.bean(Transactions.class)
                        .inOne(connection -> {
                            var statement =
                                    Sql.on(
                                                    connection,
                                                    """
                                                    select statement_id from statement
                                                     where provider_id = ?
                                                    """)
                                            .with(Long.parseLong(providerId))
                                            .one(row -> row.number("statement_id"));
                            Sql.on(
                                            connection,
                                            """
                                            update statement set state = 'PAID'
                                             where statement_id = ?
                                            """)
                                    .with(statement)
                                    .run();
                            return Sql.on(
                                            connection,
                                            """
                                            insert into statement_step
                                                (step_id, statement_id, version, act, level,
                                                 acted_by, acted_at, from_state, to_state)
                                            values (?, ?, 999, 'SETTLE', 'PLATFORM', 'test', ?,
                                                    'IN_PAYMENT', 'PAID')
                                            """)
                                    .with(statement, statement, Instant.parse(at))
                                    .run();
                        });
        assertThat(written).isEqualTo(1);
    }
}

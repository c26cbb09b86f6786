package org.nuancan.welfare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Reply;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen;
import org.nuancan.till.Canteen.Diner;

class AbsenceCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final Instant MORNING = Instant.parse("2026-11-18T00:30:00Z");

    private final Canteen canteen = Kitchen.open().canteen();

    @Test
    void who_stayed_away_for_two_days_is_raised_once_and_nobody_else() {
        var quiet = canteen.ordinary();
        var steady = canteen.ordinary();
        var inHospital = canteen.ordinary();
        eats(quiet, Set.of(1, 2));
        eats(steady, Set.of());
        eats(inHospital, Set.of(1, 2));
        var stay =
                canteen.server()
                        .as(Role.CITY_ADMIN)
                        .post(
                                "/v1/elders/" + inHospital.elderId() + "/stays",
                                Map.of("from", TODAY.minusDays(2).toString(), "where", "朝阳医院"));
        assertThat(stay.status()).as(stay.toString()).isLessThan(300);
        var looking = canteen.server().bean(AbsenceCheck.class);

        var _ = looking.look(TODAY, MORNING);
        var again = looking.look(TODAY, MORNING);

        assertThat(again.raised()).isZero();
        assertThat(again.skipped()).isZero();
        var alerts = alerts();
        assertThat(of(alerts, quiet)).isEqualTo("NOT_EATEN 2026-11-17");
        assertThat(of(alerts, steady)).isEmpty();
        assertThat(of(alerts, inHospital)).isEmpty();
    }

    @Test
    void an_elder_at_whom_it_cannot_be_looked_is_counted_and_keeps_no_other_from_being_raised() {
        var before = canteen.ordinary();
        var broken = canteen.ordinary();
        var after = canteen.ordinary();
        for (var diner : List.of(before, broken, after)) {
            eats(diner, Set.of(1, 2));
        }
        // The canteen was open on those days.
        eats(canteen.ordinary(), Set.of());
        setResidence(broken, "?");

        var looked = canteen.server().bean(AbsenceCheck.class).look(TODAY, MORNING);
        setResidence(broken, "110105001");

        assertThat(looked.skipped()).isEqualTo(1);
        var alerts = alerts();
        assertThat(of(alerts, before)).isEqualTo("NOT_EATEN 2026-11-17");
        assertThat(of(alerts, broken)).isEmpty();
        assertThat(of(alerts, after)).isEqualTo("NOT_EATEN 2026-11-17");
    }

    private void setResidence(Diner diner, String division) {
        var _ =
                canteen.server()
                        .bean(Transactions.class)
                        .inOne(connection ->
                                Sql.on(
                                                connection,
                                                """
                                                update elder_standing set residence_division = ?
                                                 where elder_id = ?
                                                """)
                                        .with(division, Long.parseLong(diner.elderId()))
                                        .run());
    }

    private Reply alerts() {
        return canteen.server().as(Role.CITY_ADMIN).get("/v1/welfare-alerts?limit=500");
    }

    private static String of(Reply alerts, Diner diner) {
        var found = "";
        for (var alert : alerts.at("/items")) {
            if (alert.at("/elderId").asText().equals(diner.elderId())) {
                found += alert.at("/kind").asText() + " " + alert.at("/missedDays/0").asText();
            }
        }
        return found;
    }

    /// Daily lunch for five weeks up to yesterday, but for some days back.
    private void eats(Diner diner, Set<Integer> missed) {
        var server = canteen.server();
        var ids = server.bean(Ids.class);
        var _ =
                server.bean(Transactions.class)
                        .inOne(connection -> {
                            for (var back = 1; back <= Rhythm.DAYS; back++) {
                                if (!missed.contains(back)) {
                                    Sql.on(
                                                    connection,
                                                    """
                                                    insert into meal_order
                                                        (order_id, district_code, elder_id, site_id,
                                                         provider_id, terminal, origin, service_date,
                                                         slot, fulfilment, happened_at, booking_date,
                                                         gross_fen, bill_fen, elder_pays_fen,
                                                         rounding_fen, excess_fen, refunded_bill_fen,
                                                         refunded_other_fen, counts)
                                                    values (?, '110105', ?, ?, ?, 't', 'ONLINE', ?,
                                                            'LUNCH', 'DINE_IN', ?, ?, 1800, 1800,
                                                            1800, 0, 0, 0, 0, 1)
                                                    """)
                                            .with(ids.next(), Long.parseLong(diner.elderId()))
                                            .with(canteen.siteId())
                                            .with(Long.parseLong(canteen.providerId()))
                                            .with(TODAY.minusDays(back), MORNING)
                                            .with(TODAY.minusDays(back))
                                            .run();
                                }
                            }
                            return true;
                        });
    }
}

package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.sale;
import static org.nuancan.till.Canteen.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.day.BusinessDay;
import org.nuancan.http.Client;
import org.nuancan.http.ServerUnderTest;

/// Shifts of one till, one after another; each test has a till of its own.
class ShiftsOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Canteen CANTEEN = Canteen.open();

    private final Client till = SERVER.newTerminal(CANTEEN.siteId());
    private Instant last = now();

    private static Instant now() {
        return SERVER.bean(Clock.class).instant();
    }

    @Test
    void the_count_goes_on_in_the_next_shift() {
        var _ = sell("S1", 1);
        var _ = sell("S1", 2);
        assertThat(differences(report("S1", 2, 2, 3600))).isEmpty();
        var _ = sell("S2", 5);

        assertThat(differences(report("S2", 1, 5, 1800))).containsExactly("SEQUENCE_GAP");
    }

    @Test
    void a_number_on_two_orders_is_said() {
        var _ = sell("S1", 17);
        var _ = sell("S1", 17);

        assertThat(differences(report("S1", 2, 17, 3600))).containsExactly("SEQUENCE_TWICE");
    }

    @Test
    void a_till_that_begins_its_count_anew_has_no_difference() {
        var _ = sell("S1", 1);
        var _ = sell("S1", 2);
        assertThat(differences(report("S1", 2, 2, 3600))).isEmpty();
        var _ = sell("S2", 1);

        assertThat(differences(report("S2", 1, 1, 1800))).isEmpty();
    }

    @Test
    void another_number_of_checkouts_is_said() {
        var _ = sell("S1", 1);
        var _ = sell("S1", 2);

        assertThat(differences(report("S1", 7, 2, 3600))).containsExactly("COUNT_DIFFERS");
    }

    @Test
    void a_refund_counts_in_the_shift_that_gave_it() {
        var sold = sell("S1", 1);
        var first = report("S1", 1, 1, 1800);
        assertThat(
                        till.withNewKey()
                                .post(
                                        "/v1/pos/checkouts/" + sold + "/refunds",
                                        "{\"reason\": \"不吃了\", \"items\": null}")
                                .status())
                .isEqualTo(201);
        var second = report("S2", 0, null, -1800);

        assertThat(differences(first)).isEmpty();
        assertThat(differences(second)).isEmpty();
    }

    private String sell(String shift, int number) {
        var sale = with(with(sale(Canteen.NOBODY, 1800), "shiftId", shift), "sequence", number);
        var sold = till.withNewKey().post("/v1/pos/checkouts", sale);
        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        return sold.text("/orderId");
    }

    /// Reports a shift since the last report.
    private String report(String shift, int count, @Nullable Integer lastSequence, long cashFen) {
        var from = last;
        last = now();
        var body = new HashMap<String, Object>();
        body.put("shiftId", shift);
        body.put("from", from.toString());
        body.put("to", last.toString());
        body.put("count", count);
        body.put("lastSequence", lastSequence == null ? NullNode.getInstance() : lastSequence);
        body.put("grossFen", cashFen);
        body.put("tenders", List.of(Map.of("type", "CASH", "amountFen", cashFen)));
        var filed = till.withNewKey().post("/v1/pos/shift-reports", body);
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        return filed.text("/reportId");
    }

    /// The kinds of differences of a report.
    private List<String> differences(String reportId) {
        var all =
                SERVER.as(Role.DISTRICT_FINANCE, ScopeWords.district("110105"))
                        .get("/v1/finance/reconciliation?date=" + BusinessDay.of(last).date());
        assertThat(all.status()).as(all.toString()).isEqualTo(200);
        var kinds = new ArrayList<String>();
        for (JsonNode pair : all.at("/items")) {
            for (JsonNode one : pair.at("/differences")) {
                if (one.at("/records/0/id").asText().equals(reportId)) {
                    kinds.add(one.at("/kind").asText());
                }
            }
        }
        return kinds;
    }
}

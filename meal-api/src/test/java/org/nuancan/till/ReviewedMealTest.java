package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.grants;
import static org.nuancan.till.Canteen.lunch;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.audit.ChainVerification;
import org.nuancan.audit.Sealing;
import org.nuancan.check.PlatformChecks;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// From the card at the till to the officer's verdict: what a recovery gives back to limits, and
/// deaths that are reported late.
class ReviewedMealTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    private static final Client CITY = SERVER.as(Role.CITY_ADMIN);
    private static final Client OFFICER =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
    private static final Client STREET =
            SERVER.as(Role.STREET_OFFICER, ScopeWords.street(Canteen.STREET));

    private static int month;

    private final String day = "2027-%02d-03".formatted(++month);
    private Canteen canteen;

    @BeforeEach
    void noon() {
        clock(day + "T12:00:00+08:00");
        canteen = Canteen.open(SERVER);
    }

    private static void clock(String now) {
        assertThat(CITY.put("/test/clock", Map.of("now", now)).status()).isLessThan(300);
    }

    @CanIgnoreReturnValue
    private Reply sold(Canteen.Diner diner) {
        var sold = canteen.sell(lunch(diner, 1300));
        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        return sold;
    }

    /// Closes the day; the canteen's statement.
    private String statement() {
        clock(day.replace("-03", "-04") + "T03:00:00+08:00");
        var closed = CITY.post("/v1/settlement/days/" + day + "/close");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
        return CITY.get("/v1/statements?date=" + day + "&providerId=" + canteen.providerId())
                .text("/items/0/statementId");
    }

    private static String line(String statementId) {
        return CITY.get("/v1/statements/" + statementId + "/lines").text("/items/0/journalId");
    }

    private static Reply decide(Client who, String statementId, String line, String act) {
        return who.post(
                "/v1/statements/%s/lines/%s/%s".formatted(statementId, line, act),
                Map.of("reason", "核实"));
    }

    @CanIgnoreReturnValue
    private static Reply died(String elderId, String on) {
        var reply =
                CITY.post(
                        "/v1/elders/" + elderId + "/status",
                        Map.of("status", "DECEASED", "on", on, "reason", "家属告知"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        SERVER.bean(PlatformChecks.class).run();
        return reply;
    }

    @Test
    void a_recovery_gives_limits_back_and_a_refund_after_it_gives_nothing_twice() {
        var diner = canteen.entitled();
        var sold = sold(diner);
        var statement = statement();
        clock(day + "T13:00:00+08:00");
        assertThat(grants(canteen.sell(lunch(diner, 1800)))).isEmpty();

        assertThat(decide(OFFICER, statement, line(statement), "hold").status()).isEqualTo(200);
        assertThat(canteen.balance("held")).isEqualTo(-800);
        var recovered = decide(OFFICER, statement, line(statement), "recover");
        assertThat(recovered.status()).as(recovered.toString()).isEqualTo(200);
        assertThat(recovered.number("/heldFen")).isEqualTo(800);
        assertThat(canteen.balance("held")).isZero();

        // The day's grant is free again, once.
        assertThat(grants(canteen.sell(lunch(diner, 1300))))
                .containsExactlyInAnyOrder("BJ-DINER 500", "BJ-FLOW 300");
        var refunded = canteen.refundAll(sold.text("/orderId"));
        assertThat(refunded.status()).as(refunded.toString()).isEqualTo(201);
        assertThat(refunded.number("/refundedFen")).isEqualTo(1300);
        assertThat(grants(canteen.sell(lunch(diner, 1800)))).isEmpty();
        assertThat(Canteen.sum(canteen.balances())).isZero();
    }

    @Test
    void a_death_reported_before_payment_holds_the_line_and_the_officer_decides() {
        var diner = canteen.entitled();
        sold(diner);
        var statement = statement();
        var hash = CITY.get("/v1/statements/" + statement).text("/contentHash");

        died(diner.elderId(), day);

        var held = CITY.get("/v1/statements/" + statement);
        assertThat(held.number("/heldFen")).isEqualTo(800);
        assertThat(held.text("/contentHash")).isEqualTo(hash);
        var found = STREET.get("/v1/anomalies?open=true&statementId=" + statement);
        assertThat(found.at("/items").size()).as(found.toString()).isEqualTo(1);
        assertThat(found.text("/items/0/code")).isEqualTo("DEAD_ELDER");
        assertThat(found.text("/items/0/explanation")).contains(day).doesNotContain("{");
        var anomaly = "/v1/anomalies/" + found.text("/items/0/anomalyId") + "/resolve";
        var verdict = Map.of("verdict", "GENUINE", "reason", "日期登记有误");

        assertThat(OFFICER.post(anomaly, verdict).status()).isEqualTo(200);

        assertThat(CITY.get("/v1/statements/" + statement).number("/heldFen")).isZero();
        assertThat(OFFICER.post(anomaly, verdict).code()).isEqualTo("ANOMALY_RESOLVED");
        assertThat(canteen.balance("held")).isZero();
    }

    @Test
    void what_was_eaten_after_death_is_recovered_by_verdict() {
        var diner = canteen.entitled();
        sold(diner);
        var statement = statement();
        died(diner.elderId(), day);
        var found = OFFICER.get("/v1/anomalies?open=true&statementId=" + statement);

        var resolved =
                OFFICER.post(
                        "/v1/anomalies/" + found.text("/items/0/anomalyId") + "/resolve",
                        Map.of("verdict", "RECOVER", "reason", "他人冒用"));

        assertThat(resolved.status()).as(resolved.toString()).isEqualTo(200);
        assertThat(resolved.text("/verdict")).isEqualTo("RECOVER");
        assertThat(canteen.balance("held")).isZero();
        var history = CITY.get("/v1/statements/" + statement + "/history");
        var acts = new ArrayList<String>();
        history.at("/items").forEach(step -> acts.add(step.at("/act").asText()));
        assertThat(acts).isEqualTo(List.of("CHECK", "HOLD", "RECOVER"));
    }

    @Test
    void the_audit_log_has_every_step_sign_in_and_change_and_no_card_number() {
        var diner = canteen.entitled();
        sold(diner);
        var _ = statement();

        assertThat(SERVER.bean(Sealing.class).seal()).isPositive();

        assertThat(SERVER.bean(ChainVerification.class).walk().faults()).isEmpty();
        assertThat(texts("select concat(area, ' ', act) as answer from audit_entry"))
                .contains(
                        "SIGN_IN SIGNED_IN",
                        "ELDER REGISTERED",
                        "CARD CARD_ISSUED",
                        "ACCOUNT CREATED",
                        "REVIEW CHECK");
        assertThat(texts("select concat(subject, detail) as answer from audit_entry"))
                .noneMatch(text -> text.contains(diner.card()) || text.contains(diner.idNumber()));
        assertThat(texts("select card_hash as answer from meal_fact where card_hash is not null"))
                .isNotEmpty()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    private static List<String> texts(String sql) {
        return SERVER.bean(Transactions.class)
                .reading(connection -> Sql.on(connection, sql).list(row -> row.text("answer")));
    }
}

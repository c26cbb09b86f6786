package org.nuancan.finance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.finance.Bookkeeper.Canteen;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;

/// Every operation about somebody's money, asked for by everybody whose money it is not: other
/// districts, other streets, other providers. None of them sees anything, and none changes
/// anything.
class StrangersTest {

    private static final Treasury MONEY = Treasury.shared();
    private static final String HERE = "110320";
    private static final String ELSEWHERE = "110321";

    private static final Map<String, String> IDS = new TreeMap<>();
    private static final Map<String, Client> STRANGERS = new LinkedHashMap<>();

    @BeforeAll
    static void somebodys_money() {
        MONEY.nextDay();
        var own = MONEY.canteen(HERE, 2);
        var other = MONEY.canteen(ELSEWHERE, 1);
        MONEY.close();
        var statement = MONEY.statement(own);
        var path = "/v1/statements/" + statement;
        IDS.put("provider", own.providerId());
        IDS.put("statement", statement);
        IDS.put("date", MONEY.day().toString());
        IDS.put("month", MONEY.day().toString().substring(0, 7));
        var lines = MONEY.city().get(path + "/lines");
        IDS.put("line", lines.text("/items/0/journalId"));
        IDS.put("order", lines.text("/items/0/orderId"));
        finance(own, path);
        find(own, statement);
        strangers(other);
    }

    private static void finance(Canteen own, String path) {
        var finance = MONEY.finance(HERE);
        var manager =
                MONEY.server()
                        .as(
                                Role.PROVIDER_MANAGER,
                                ScopeWords.provider(Long.parseLong(own.providerId())));
        var reason = Map.of("orderId", IDS.get("order"), "reason", "少算");
        assertThat(manager.post(path + "/dispute", reason).status()).isEqualTo(200);
        IDS.put("dispute", manager.get(path + "/disputes").text("/items/0/disputeId"));
        var received = MONEY.receive(HERE, Map.of("payer", HERE), 100, "S-1");
        IDS.put("receipt", received.text("/receiptId"));
        var reconciliation =
                finance.get(
                        "/v1/finance/reconciliation?date=%s&districtCode=%s"
                                .formatted(MONEY.day(), HERE));
        IDS.put(
                "difference",
                Treasury.pair(reconciliation, "CLAIMS_RECEIVED")
                        .at("/differences/0/differenceId")
                        .asText());
        // A batch of another statement: the first one waits.
        MONEY.nextDay();
        var second = MONEY.canteen(HERE, 1);
        MONEY.close();
        MONEY.approve(MONEY.statement(second), second, "officer");
        var batch = MONEY.pay(finance, HERE);
        IDS.put("batch", batch.text("/batchId"));
        IDS.put("payment", batch.text("/payments/0/endToEndId"));
    }

    private static void find(Canteen own, String statement) {
        IDS.put("anomaly", "77000000000001");
        var _ =
                MONEY.server()
                        .bean(Transactions.class)
                        .inOne(connection ->
                                Sql.on(
                                                connection,
                                                """
                                                insert into anomaly
                                                    (anomaly_id, code, subject, severity,
                                                     district_code, street_code, provider_id,
                                                     site_id, service_date, statement_id, facts,
                                                     found_at, held)
                                                values (77000000000001, 'FLAT_COUNTS', 'strangers',
                                                        'NOTE', '110320', '110320001', ?, ?, ?, ?,
                                                        'days=14\nmean=30', ?, 0)
                                                """)
                                        .with(own.providerId(), own.siteId(), MONEY.day())
                                        .with(statement, java.time.Instant.EPOCH)
                                        .run());
    }

    private static void strangers(Canteen other) {
        var provider = ScopeWords.provider(Long.parseLong(other.providerId()));
        for (var role : List.of(Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR)) {
            STRANGERS.put(role, MONEY.server().as(role, ScopeWords.district(ELSEWHERE)));
        }
        STRANGERS.put(
                "another street's officer",
                MONEY.server().as(Role.STREET_OFFICER, ScopeWords.street(HERE + "002")));
        STRANGERS.put(
                "another district's street",
                MONEY.server().as(Role.STREET_OFFICER, ScopeWords.street(ELSEWHERE + "001")));
        STRANGERS.put(Role.PROVIDER_MANAGER, MONEY.server().as(Role.PROVIDER_MANAGER, provider));
        STRANGERS.put(
                Role.KITCHEN_STAFF,
                MONEY.server()
                        .as(Role.KITCHEN_STAFF, ScopeWords.site(Long.parseLong(other.siteId()))));
        STRANGERS.put(Role.POS_TERMINAL, MONEY.server().terminal(Long.parseLong(other.siteId())));
        STRANGERS.put(Role.DISPATCHER, MONEY.server().as(Role.DISPATCHER, provider));
        STRANGERS.put(Role.RIDER, MONEY.server().as(Role.RIDER, provider));
        STRANGERS.put(
                Role.ORDER_DESK,
                MONEY.server().as(Role.ORDER_DESK, ScopeWords.street(HERE + "002")));
    }

    @Test
    void every_operation_about_money_is_in_the_table() {
        var ours =
                Pattern.compile(
                        "/v1/(statements|statement-approvals|review-queue|anomalies|check-parameters"
                                + "|payment-batches|finance)(/.*|\\..*)?");
        var all = new ArrayList<String>();
        JsonNode paths = MONEY.server().anonymous().get("/openapi").json().at("/paths");
        for (var path : paths.properties()) {
            var bare = path.getKey().replaceAll("\\{\\?.*}", "");
            if (ours.matcher(bare).matches()) {
                path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                all.add(
                                        method.toUpperCase(java.util.Locale.ROOT)
                                                + " "
                                                + bare.replaceAll("\\{\\w+}", "{}")));
            }
        }
        assertThat(all).isNotEmpty();
        assertThat(MoneyOperation.all().stream().map(MoneyOperation::template).distinct())
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void callers_without_rights_see_and_change_nothing() {
        var before = seenByItsOwners();
        var faults = new ArrayList<String>();
        for (var operation : MoneyOperation.all()) {
            for (var stranger : STRANGERS.entrySet()) {
                var reply = operation.by(stranger.getValue(), IDS);
                if (!isNothing(operation, reply)) {
                    faults.add(
                            "%s %s %s: %s"
                                    .formatted(
                                            operation.method(),
                                            operation.path(),
                                            stranger.getKey(),
                                            reply));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(seenByItsOwners()).isEqualTo(before);
    }

    /// Refused; or a list without any of it; or bulk approval that names the statement as not
    /// there.
    private static boolean isNothing(MoneyOperation operation, Reply reply) {
        if (operation.path().equals("/v1/statement-approvals") && reply.status() == 200) {
            return reply.at("/approved").isEmpty()
                    && reply.text("/refused/0/code").equals("NOT_FOUND");
        }
        if (reply.status() == 403 || reply.status() == 404) {
            return true;
        }
        var isOneThing = operation.path().matches(".*\\{(?!date|month|provider)\\w+}.*");
        return reply.status() == 200
                && operation.method().equals("GET")
                && (!isOneThing || operation.path().contains("anomalies?statementId"))
                && IDS.entrySet().stream()
                        .filter(id -> !id.getKey().equals("date") && !id.getKey().equals("month"))
                        .noneMatch(id -> reply.body().contains(id.getValue()))
                && !reply.body().contains(HERE);
    }

    private static List<String> seenByItsOwners() {
        var finance = MONEY.finance(HERE);
        return List.of(
                finance.get("/v1/statements/" + IDS.get("statement")).body(),
                finance.get("/v1/statements/" + IDS.get("statement") + "/history").body(),
                finance.get("/v1/statements/" + IDS.get("statement") + "/disputes").body(),
                finance.get("/v1/anomalies/" + IDS.get("anomaly")).body(),
                finance.get("/v1/payment-batches/" + IDS.get("batch")).body(),
                finance.get("/v1/finance/receipts").body(),
                finance.get("/v1/finance/budgets?year=2026").body(),
                finance.get("/v1/check-parameters").body(),
                MONEY.balances(HERE).toString());
    }

    @Test
    void entitled_callers_see_all_of_it() {
        for (var operation : MoneyOperation.all()) {
            if (operation.method().equals("GET")) {
                assertThat(operation.by(MONEY.finance(HERE), IDS).status())
                        .as(operation.path())
                        .isEqualTo(200);
            }
        }
    }
}

package org.nuancan.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may do what, by design page api.md: one line an operation, in the order of that page. The
/// test that walks the generated document holds every operation against it.
///
/// `*` is everybody who is signed in. `AUDITOR` is in every GET and search ("also where it is not
/// named").
final class AccessTable {

    static final List<String> ALL =
            List.of(
                    Role.CITY_ADMIN,
                    Role.DISTRICT_OFFICER,
                    Role.DISTRICT_FINANCE,
                    Role.STREET_OFFICER,
                    Role.ORDER_DESK,
                    Role.PROVIDER_MANAGER,
                    Role.KITCHEN_STAFF,
                    Role.DISPATCHER,
                    Role.RIDER,
                    Role.POS_TERMINAL,
                    Role.AUDITOR);

    private static final String OPEN =
            """
            POST /login
            POST /oauth/access_token
            GET  /keys
            POST /v1/terminals/activate
            GET  /problems/{code}
            """;

    private static final String TABLE =
            """
            POST  /v1/sign-out                       *
            POST  /v1/me/password                    CITY_ADMIN DISTRICT_OFFICER DISTRICT_FINANCE STREET_OFFICER ORDER_DESK PROVIDER_MANAGER KITCHEN_STAFF DISPATCHER RIDER AUDITOR
            POST  /v1/signing-keys                   CITY_ADMIN
            POST  /v1/sites/{siteId}/terminals       CITY_ADMIN PROVIDER_MANAGER
            GET   /v1/sites/{siteId}/terminals       CITY_ADMIN PROVIDER_MANAGER AUDITOR
            POST  /v1/terminals/{id}/disable         CITY_ADMIN PROVIDER_MANAGER
            PUT   /test/clock                        CITY_ADMIN
            GET   /v1/me                             *
            GET   /v1/me/sites                       *

            POST  /v1/users                          CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER
            GET   /v1/users                          CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER AUDITOR
            GET   /v1/users/{username}               CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER AUDITOR
            PATCH /v1/users/{username}               CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER
            POST  /v1/users/{username}/disable       CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER
            POST  /v1/users/{username}/enable        CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER
            POST  /v1/users/{username}/reset-password  CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER
            GET   /v1/audit-entries                  CITY_ADMIN AUDITOR
            POST  /v1/users/{username}/confirm       CITY_ADMIN DISTRICT_OFFICER
            POST  /v1/providers                      CITY_ADMIN DISTRICT_OFFICER
            GET   /v1/providers                      CITY_ADMIN DISTRICT_OFFICER AUDITOR
            GET   /v1/providers/{providerId}         CITY_ADMIN DISTRICT_OFFICER AUDITOR
            PATCH /v1/providers/{providerId}         CITY_ADMIN DISTRICT_OFFICER
            POST  /v1/providers/{providerId}/suspend DISTRICT_OFFICER
            POST  /v1/providers/{providerId}/resume  DISTRICT_OFFICER
            POST  /v1/providers/{providerId}/end     DISTRICT_OFFICER
            POST  /v1/providers/{id}/bank-account-changes                CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER
            GET   /v1/providers/{id}/bank-account-changes                CITY_ADMIN DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER AUDITOR
            POST  /v1/providers/{id}/bank-account-changes/{id}/confirm   CITY_ADMIN DISTRICT_OFFICER
            POST  /v1/providers/{id}/bank-account-changes/{id}/withdraw  CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER
            POST  /v1/sites                          CITY_ADMIN DISTRICT_OFFICER
            GET   /v1/sites                          CITY_ADMIN DISTRICT_OFFICER AUDITOR
            GET   /v1/sites/{siteId}                 CITY_ADMIN DISTRICT_OFFICER AUDITOR
            PATCH /v1/sites/{siteId}                 CITY_ADMIN DISTRICT_OFFICER
            POST  /v1/sites/{siteId}/prices          CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER
            GET   /v1/sites/{siteId}/prices          CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER AUDITOR
            POST  /v1/policies                       CITY_ADMIN DISTRICT_OFFICER
            GET   /v1/policies                       CITY_ADMIN DISTRICT_OFFICER AUDITOR
            GET   /v1/policies/{code}/versions/{version}          CITY_ADMIN DISTRICT_OFFICER AUDITOR
            POST  /v1/policies/{code}/versions/{version}/release  CITY_ADMIN DISTRICT_OFFICER
            POST  /v1/policies/{code}/versions/{version}/end      CITY_ADMIN DISTRICT_OFFICER
            POST  /v1/policy-simulations             CITY_ADMIN DISTRICT_OFFICER AUDITOR

            POST  /v1/elders                         CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK
            GET   /v1/elders/{elderId}               CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK AUDITOR
            PATCH /v1/elders/{elderId}               CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK
            POST  /v1/elders/search                  CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK AUDITOR
            GET   /v1/elders/{elderId}/changes       CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK AUDITOR
            POST  /v1/elders/{elderId}/stays         CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK
            POST  /v1/elders/{elderId}/status        CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK
            POST  /v1/elder-imports                  CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK
            GET   /v1/elder-imports/{importId}       CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK AUDITOR
            GET   /v1/elder-imports/{importId}/faults.csv         CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK AUDITOR
            POST  /v1/elders/{elderId}/cards         CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK
            POST  /v1/cards/{cardNumber}/state       CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK
            POST  /v1/elders/{elderId}/codes         CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK
            GET   /v1/elders/{elderId}/meals.pdf     CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK AUDITOR
            GET   /v1/elders/{elderId}/meals         CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK AUDITOR

            POST  /v1/pos/verifications              POS_TERMINAL
            POST  /v1/pos/quotes                     POS_TERMINAL
            POST  /v1/pos/checkouts                  POS_TERMINAL
            GET   /v1/pos/checkouts                  POS_TERMINAL AUDITOR
            GET   /v1/pos/checkouts/{orderId}        POS_TERMINAL AUDITOR
            POST  /v1/pos/checkouts/{orderId}/refunds             POS_TERMINAL
            GET   /v1/pos/offline-pack               POS_TERMINAL AUDITOR
            POST  /v1/pos/offline-uploads            POS_TERMINAL
            GET   /v1/pos/offline-receipts           DISTRICT_OFFICER PROVIDER_MANAGER AUDITOR
            POST  /v1/pos/shift-reports              POS_TERMINAL

            PUT   /v1/sites/{siteId}/dishes          KITCHEN_STAFF PROVIDER_MANAGER
            GET   /v1/sites/{siteId}/dishes          CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK PROVIDER_MANAGER KITCHEN_STAFF AUDITOR
            PUT   /v1/sites/{siteId}/menus/{date}/{slot}          KITCHEN_STAFF PROVIDER_MANAGER
            GET   /v1/menus                          CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK PROVIDER_MANAGER KITCHEN_STAFF AUDITOR
            POST  /v1/orders                         CITY_ADMIN DISTRICT_OFFICER ORDER_DESK
            POST  /v1/orders/quotes                  CITY_ADMIN DISTRICT_OFFICER ORDER_DESK
            POST  /v1/orders/batch                   CITY_ADMIN DISTRICT_OFFICER ORDER_DESK
            GET   /v1/orders                         CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK PROVIDER_MANAGER KITCHEN_STAFF DISPATCHER AUDITOR
            GET   /v1/orders/proven-too-late         CITY_ADMIN DISTRICT_OFFICER DISPATCHER AUDITOR
            GET   /v1/orders/{orderId}               CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK PROVIDER_MANAGER KITCHEN_STAFF DISPATCHER AUDITOR
            POST  /v1/orders/{orderId}/cancel        CITY_ADMIN DISTRICT_OFFICER ORDER_DESK
            POST  /v1/pos/orders/lookups             POS_TERMINAL
            POST  /v1/pos/orders/{orderId}/collect   POS_TERMINAL
            POST  /v1/elders/{elderId}/meal-plans    CITY_ADMIN DISTRICT_OFFICER ORDER_DESK
            GET   /v1/elders/{elderId}/meal-plans    CITY_ADMIN DISTRICT_OFFICER ORDER_DESK AUDITOR
            GET   /v1/meal-plans/{planId}            CITY_ADMIN DISTRICT_OFFICER ORDER_DESK AUDITOR
            POST  /v1/meal-plans/{planId}/pause      CITY_ADMIN DISTRICT_OFFICER ORDER_DESK
            POST  /v1/meal-plans/{planId}/resume     CITY_ADMIN DISTRICT_OFFICER ORDER_DESK
            POST  /v1/meal-plans/{planId}/end        CITY_ADMIN DISTRICT_OFFICER ORDER_DESK
            GET   /v1/meal-plans/not-placed          CITY_ADMIN DISTRICT_OFFICER ORDER_DESK AUDITOR
            POST  /v1/meal-plans/placements          CITY_ADMIN
            GET   /v1/loss-bearers                   CITY_ADMIN DISTRICT_OFFICER DISTRICT_FINANCE AUDITOR
            POST  /v1/loss-bearers                   CITY_ADMIN

            GET   /v1/sites/{siteId}/sales           CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER KITCHEN_STAFF AUDITOR
            POST  /v1/settlement/days/{date}/close   CITY_ADMIN
            GET   /v1/settlement/days                CITY_ADMIN DISTRICT_OFFICER DISTRICT_FINANCE AUDITOR
            GET   /v1/settlement/parked              CITY_ADMIN DISTRICT_OFFICER DISTRICT_FINANCE AUDITOR
            GET   /v1/statements                     CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/statements/{id}                CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/statements/{id}/lines          CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            POST  /v1/statements/{id}/confirm        PROVIDER_MANAGER
            POST  /v1/statements/{id}/review         STREET_OFFICER
            POST  /v1/statements/{id}/approve        DISTRICT_OFFICER
            POST  /v1/statements/{id}/return         STREET_OFFICER DISTRICT_OFFICER DISTRICT_FINANCE
            POST  /v1/statements/{id}/dispute        PROVIDER_MANAGER
            POST  /v1/statements/{id}/disputes/{disputeId}/resolve        PROVIDER_MANAGER STREET_OFFICER DISTRICT_OFFICER
            POST  /v1/statements/{id}/lines/{journalId}/hold              STREET_OFFICER DISTRICT_OFFICER
            POST  /v1/statements/{id}/lines/{journalId}/release           STREET_OFFICER DISTRICT_OFFICER
            POST  /v1/statements/{id}/lines/{journalId}/recover           STREET_OFFICER DISTRICT_OFFICER
            GET   /v1/statements/{id}/history        CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/statements/{id}/disputes       CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/statements/{id}/decisions      CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/review-queue                   CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/review-queue/ageing            CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            POST  /v1/statement-approvals            DISTRICT_OFFICER
            GET   /v1/anomalies                      CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE STREET_OFFICER
            GET   /v1/anomalies/{id}                 CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE STREET_OFFICER
            POST  /v1/anomalies/{id}/resolve         STREET_OFFICER DISTRICT_OFFICER
            GET   /v1/check-parameters               CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            POST  /v1/check-parameters               CITY_ADMIN DISTRICT_OFFICER
            GET   /v1/statements/{id}/proof          CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/statements/{id}.xlsx           CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/statements/{id}.pdf            CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/statements/{id}/lines.csv      CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/statements/{id}/lines.xlsx     CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/finance/month                  CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            GET   /v1/retention-runs                 CITY_ADMIN AUDITOR
            POST  /v1/payment-batches                DISTRICT_FINANCE
            GET   /v1/payment-batches                CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            GET   /v1/payment-batches/{id}           CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            GET   /v1/payment-batches/{id}/file      DISTRICT_FINANCE AUDITOR
            POST  /v1/payment-batches/{id}/results   DISTRICT_FINANCE
            POST  /v1/finance/receipts               DISTRICT_FINANCE
            GET   /v1/finance/receipts               CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            GET   /v1/finance/receipts/{id}          CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            GET   /v1/finance/funds                  CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            GET   /v1/finance/fund-warnings          CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            POST  /v1/finance/budgets                CITY_ADMIN DISTRICT_FINANCE
            GET   /v1/finance/budgets                CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            GET   /v1/finance/reconciliation         CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            POST  /v1/finance/differences/{id}/take     DISTRICT_FINANCE
            POST  /v1/finance/differences/{id}/explain  DISTRICT_FINANCE
            POST  /v1/finance/differences/{id}/close    DISTRICT_FINANCE
            GET   /v1/finance/trial-balance          CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            GET   /v1/finance/journal                CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            GET   /v1/finance/summary                CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE
            GET   /v1/statistics                     CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE STREET_OFFICER PROVIDER_MANAGER
            GET   /v1/statistics/report              CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE STREET_OFFICER PROVIDER_MANAGER
            GET   /v1/statistics.xlsx                CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE STREET_OFFICER PROVIDER_MANAGER
            POST  /v1/statistics/coverage            DISTRICT_OFFICER
            GET   /v1/statistics/coverage            CITY_ADMIN AUDITOR DISTRICT_OFFICER DISTRICT_FINANCE

            GET   /v1/kitchens/{siteId}/production   CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER KITCHEN_STAFF AUDITOR
            GET   /v1/kitchens/{siteId}/production.pdf            CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER KITCHEN_STAFF AUDITOR
            GET   /v1/kitchens/{siteId}/labels.pdf   CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER KITCHEN_STAFF AUDITOR
            GET   /v1/kitchens/{siteId}/balance      CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER KITCHEN_STAFF AUDITOR
            POST  /v1/kitchens/{siteId}/batches      PROVIDER_MANAGER KITCHEN_STAFF
            GET   /v1/kitchens/{siteId}/batches      CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER KITCHEN_STAFF AUDITOR
            POST  /v1/batches/{batchId}/samples      PROVIDER_MANAGER KITCHEN_STAFF
            POST  /v1/batches/{batchId}/holds        PROVIDER_MANAGER KITCHEN_STAFF
            POST  /v1/batches/{batchId}/discards     PROVIDER_MANAGER KITCHEN_STAFF
            GET   /v1/kitchens/{siteId}/samples      CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER KITCHEN_STAFF AUDITOR
            POST  /v1/samples/{sampleId}/disposal    PROVIDER_MANAGER KITCHEN_STAFF
            POST  /v1/orders/accept                  PROVIDER_MANAGER KITCHEN_STAFF
            POST  /v1/orders/unaccept                PROVIDER_MANAGER KITCHEN_STAFF
            POST  /v1/orders/prepared                PROVIDER_MANAGER KITCHEN_STAFF
            POST  /v1/orders/unprepared              PROVIDER_MANAGER KITCHEN_STAFF
            POST  /v1/orders/{orderId}/prepared      PROVIDER_MANAGER KITCHEN_STAFF
            POST  /v1/orders/{orderId}/kitchen-fault KITCHEN_STAFF
            GET   /v1/riders                         DISPATCHER PROVIDER_MANAGER AUDITOR
            GET   /v1/delivery-providers             CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER ORDER_DESK PROVIDER_MANAGER KITCHEN_STAFF AUDITOR
            POST  /v1/delivery-runs                  DISPATCHER
            GET   /v1/delivery-runs                  CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER KITCHEN_STAFF DISPATCHER AUDITOR
            GET   /v1/delivery-runs/{runId}          CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER KITCHEN_STAFF DISPATCHER AUDITOR
            PUT   /v1/delivery-runs/{runId}/stops    DISPATCHER
            POST  /v1/delivery-runs/proposals        DISPATCHER
            POST  /v1/delivery-runs/{runId}/reassign DISPATCHER
            POST  /v1/delivery-runs/{runId}/cancel   DISPATCHER
            POST  /v1/delivery-runs/{runId}/no-show  DISPATCHER KITCHEN_STAFF PROVIDER_MANAGER STREET_OFFICER
            GET   /v1/delivery-runs/{runId}/positions             DISPATCHER PROVIDER_MANAGER AUDITOR
            GET   /v1/delivery-runs/{runId}/sheet.pdf             DISPATCHER KITCHEN_STAFF PROVIDER_MANAGER AUDITOR
            GET   /v1/rider/run                      RIDER AUDITOR
            GET   /v1/orders/{orderId}/proof         CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER PROVIDER_MANAGER DISPATCHER AUDITOR
            GET   /v1/orders/{orderId}/proof/photo   CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER PROVIDER_MANAGER DISPATCHER AUDITOR
            POST  /v1/rider/run/depart               RIDER
            POST  /v1/rider/stops/{orderId}/deliver  RIDER
            POST  /v1/rider/stops/{orderId}/fail     RIDER
            POST  /v1/rider/positions                RIDER
            POST  /v1/rider/stops/{orderId}/photos   RIDER
            GET   /v1/welfare-alerts                 CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER AUDITOR
            GET   /v1/welfare-alerts/ageing          CITY_ADMIN DISTRICT_OFFICER STREET_OFFICER AUDITOR
            POST  /v1/welfare-alerts/{alertId}/take  STREET_OFFICER
            POST  /v1/welfare-alerts/{alertId}/close STREET_OFFICER

            GET   /v1/events                         *
            GET   /v1/rider/events                   RIDER AUDITOR
            POST  /v1/webhooks                       CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER
            GET   /v1/webhooks                       CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER AUDITOR
            GET   /v1/webhooks/{webhookId}           CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER AUDITOR
            DELETE /v1/webhooks/{webhookId}          CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER
            GET   /v1/webhooks/{webhookId}/deliveries             CITY_ADMIN DISTRICT_OFFICER PROVIDER_MANAGER AUDITOR
            """;

    private AccessTable() {}

    /// Operations open to all.
    static Set<String> open() {
        return lines(OPEN).map(AccessTable::operation).collect(Collectors.toUnmodifiableSet());
    }

    /// The roles that an operation is for.
    ///
    /// @return empty for an operation that is not in the table
    static Optional<List<String>> roles(String operation) {
        return Optional.ofNullable(BY_OPERATION.get(shape(operation)));
    }

    /// The names of path variables do not matter.
    static String shape(String operation) {
        return operation.replaceAll("\\{[^}]*}", "{}");
    }

    private static final Map<String, List<String>> BY_OPERATION =
            lines(TABLE)
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    line -> shape(operation(line)), AccessTable::rolesOf));

    private static Stream<String> lines(String table) {
        return table.lines().filter(line -> !line.isBlank());
    }

    private static String operation(String line) {
        var words = line.split(" +", -1);
        return words[0] + " " + words[1];
    }

    private static List<String> rolesOf(String line) {
        var words = Arrays.asList(line.split(" +", -1));
        var roles = words.subList(2, words.size());
        if (roles.equals(List.of("*"))) {
            return ALL;
        }
        if (!ALL.containsAll(roles)) {
            throw new IllegalArgumentException("not a role in: " + line);
        }
        return List.copyOf(roles);
    }
}

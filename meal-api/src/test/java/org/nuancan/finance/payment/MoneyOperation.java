package org.nuancan.finance.payment;

import java.util.List;
import java.util.Map;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;

/// An operation about somebody's money.
///
/// @param path with `{name}` for ids
/// @param body likewise; empty for none
record MoneyOperation(String method, String path, String body) {

    /// All of them, with the bodies that those whose money it is would send.
    private static final String TABLE =
            """
            GET  /v1/statements?providerId={provider}
            GET  /v1/statements?districtCode=110320
            GET  /v1/statements/{statement}
            GET  /v1/statements/{statement}/lines
            GET  /v1/statements/{statement}/history
            GET  /v1/statements/{statement}/disputes
            GET  /v1/statements/{statement}/decisions
            GET  /v1/statements/{statement}/proof
            GET  /v1/statements/{statement}/proof?orderId={order}
            GET  /v1/statements/{statement}.xlsx
            GET  /v1/statements/{statement}.pdf
            GET  /v1/statements/{statement}/lines.csv
            GET  /v1/statements/{statement}/lines.xlsx
            POST /v1/statements/{statement}/confirm
            POST /v1/statements/{statement}/review
            POST /v1/statements/{statement}/approve
            POST /v1/statements/{statement}/return                        {"reason":"x"}
            POST /v1/statements/{statement}/dispute                       {"orderId":"{order}","reason":"x"}
            POST /v1/statements/{statement}/disputes/{dispute}/resolve    {"verdict":"REJECTED","reason":"x"}
            POST /v1/statements/{statement}/lines/{line}/hold             {"reason":"x"}
            POST /v1/statements/{statement}/lines/{line}/release          {"reason":"x"}
            POST /v1/statements/{statement}/lines/{line}/recover          {"reason":"x"}
            POST /v1/statement-approvals                                  {"statementIds":["{statement}"]}
            GET  /v1/review-queue?limit=500
            GET  /v1/review-queue/ageing
            GET  /v1/anomalies
            GET  /v1/anomalies?statementId={statement}
            GET  /v1/anomalies?districtCode=110320
            GET  /v1/anomalies/{anomaly}
            POST /v1/anomalies/{anomaly}/resolve                          {"verdict":"GENUINE","reason":"x"}
            GET  /v1/check-parameters
            POST /v1/check-parameters                                     {"code":"FLAT_COUNTS","districtCode":"110320","name":"holds","from":"2030-01-01","value":1}
            POST /v1/payment-batches                                      {"districtCode":"110320","throughDate":"2026-12-31"}
            GET  /v1/payment-batches
            GET  /v1/payment-batches/{batch}
            GET  /v1/payment-batches/{batch}/file
            POST /v1/payment-batches/{batch}/results                      {"results":[{"endToEndId":"{payment}","outcome":"SETTLED"}]}
            POST /v1/finance/receipts                                     {"districtCode":"110320","from":{"payer":"11"},"fen":5,"receivedOn":"2026-11-01","reference":"stranger"}
            GET  /v1/finance/receipts
            GET  /v1/finance/receipts/{receipt}
            GET  /v1/finance/funds?year=2026
            GET  /v1/finance/fund-warnings?year=2026
            POST /v1/finance/budgets                                      {"payer":"110320","year":2026,"changeFen":5,"reason":"x"}
            GET  /v1/finance/budgets?year=2026
            GET  /v1/finance/reconciliation?date={date}&districtCode=110320
            POST /v1/finance/differences/{difference}/take                {"date":"{date}","districtCode":"110320"}
            POST /v1/finance/differences/{difference}/explain             {"date":"{date}","districtCode":"110320","explanation":"x"}
            POST /v1/finance/differences/{difference}/close               {"date":"{date}","districtCode":"110320"}
            GET  /v1/finance/trial-balance
            GET  /v1/finance/journal?date={date}
            GET  /v1/finance/month?month={month}&format=csv
            GET  /v1/finance/summary?from={date}&to={date}&groupBy=provider
            """;

    static List<MoneyOperation> all() {
        return TABLE.lines().map(MoneyOperation::of).toList();
    }

    private static MoneyOperation of(String line) {
        var words = line.strip().split("\\s+", 3);
        return new MoneyOperation(words[0], words[1], words.length > 2 ? words[2] : "");
    }

    /// Asked for by somebody.
    ///
    /// @param ids for the names
    Reply by(Client caller, Map<String, String> ids) {
        var filled = filled(path, ids);
        return method.equals("GET")
                ? caller.get(filled)
                : caller.withNewKey().send(method, filled, "application/json", filled(body, ids));
    }

    private static String filled(String text, Map<String, String> ids) {
        var filled = text;
        for (var id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    /// As the document writes it: `GET /v1/statements/{}`.
    String template() {
        return (method + " " + path.replaceAll("\\?.*", "")).replaceAll("\\{\\w+}", "{}");
    }
}

package org.nuancan.till.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.access.Scope;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Lists the receipts that were uploaded.
@Singleton
final class OfflineReceiptRepository {

    private final Transactions transactions;
    private final ObjectMapper json;

    OfflineReceiptRepository(Transactions transactions, ObjectMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /// Receipts of sites in a scope with ids below `before`, the greatest id first.
    List<OfflineReceiptAnswer> list(
            Scope scope, OfflineReceiptController.Filter filter, long before, int limit) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        switch (scope) {
            case Scope.City() -> {
                // No condition: every site.
            }
            case Scope.District(var code) -> {
                conditions.add("s.district_code = ?");
                values.add(code);
            }
            case Scope.OfProvider(var providerId, var _) -> {
                conditions.add("s.provider_id = ?");
                values.add(providerId);
            }
            case Scope.Street _, Scope.OfSite _ -> {
                return List.of();
            }
        }
        var outcome = filter.outcome();
        if (outcome != null) {
            conditions.add("r.outcome = ?");
            values.add(outcome);
        }
        var from = filter.from();
        if (from != null) {
            conditions.add("r.received_at >= ?");
            values.add(new BusinessDay(from).begins());
        }
        var to = filter.to();
        if (to != null) {
            conditions.add("r.received_at < ?");
            values.add(new BusinessDay(to).next().begins());
        }
        var siteId = filter.siteId();
        if (siteId != null) {
            conditions.add("r.site_id = ?");
            values.add(siteId.value());
        }
        conditions.add("r.receipt_id < ?");
        values.add(before);
        values.add(limit);
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                """
                                select r.receipt_id, r.terminal, r.site_id, r.local_id, r.outcome,
                                       r.reason, r.order_id, r.occurred_at, r.received_at,
                                       r.content
                                  from offline_receipt r
                                  join site s on s.site_id = r.site_id
                                 where %s
                                 order by r.receipt_id desc
                                 limit ?
                                """
                                        .formatted(String.join(" and ", conditions)))
                        .with(values.toArray())
                        .list(row -> OfflineReceiptAnswer.read(row, read(row.text("content")))));
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a kept receipt that is no JSON", exception);
        }
    }
}

package org.nuancan.till.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        if (scope instanceof Scope.Street || scope instanceof Scope.OfSite) {
            return List.of();
        }
        var where = new Where();
        inScope(where, scope);
        filtered(where, filter);
        where.and("r.receipt_id < ?", before);
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
                                        .formatted(where.text()))
                        .with(where.valuesAnd(limit))
                        .list(row -> OfflineReceiptAnswer.read(row, read(row.text("content")))));
    }

    private static void inScope(Where where, Scope scope) {
        switch (scope) {
            case Scope.District(var code) -> where.and("s.district_code = ?", code);
            case Scope.OfProvider(var providerId, var _) ->
                    where.and("s.provider_id = ?", providerId);
            case Scope.City _, Scope.Street _, Scope.OfSite _ -> {
                // Every site, or none: the caller answers without a query.
            }
        }
    }

    private static void filtered(Where where, OfflineReceiptController.Filter filter) {
        var outcome = filter.outcome();
        if (outcome != null) {
            where.and("r.outcome = ?", outcome);
        }
        var from = filter.from();
        if (from != null) {
            where.and("r.received_at >= ?", new BusinessDay(from).begins());
        }
        var to = filter.to();
        if (to != null) {
            where.and("r.received_at < ?", new BusinessDay(to).next().begins());
        }
        var siteId = filter.siteId();
        if (siteId != null) {
            where.and("r.site_id = ?", siteId.value());
        }
    }

    /// Conditions of a query with their values.
    private static final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void and(String condition, Object value) {
            conditions.add(condition);
            values.add(value);
        }

        String text() {
            return String.join(" and ", conditions);
        }

        /// The values of the conditions, and one more behind them.
        Object[] valuesAnd(Object last) {
            return Stream.concat(values.stream(), Stream.of(last)).toArray();
        }
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a kept receipt that is no JSON", exception);
        }
    }
}

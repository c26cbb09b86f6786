package org.nuancan.bench.floor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Batch;

/// The rows of many sales, table by table, as the service writes them.
final class SaleWriter {

    private final Batch orders =
            Batch.into(
                    "meal_order",
                    "order_id",
                    "district_code",
                    "elder_id",
                    "site_id",
                    "provider_id",
                    "terminal",
                    "origin",
                    "service_date",
                    "slot",
                    "fulfilment",
                    "happened_at",
                    "booking_date",
                    "gross_fen",
                    "bill_fen",
                    "elder_pays_fen",
                    "rounding_fen",
                    "excess_fen",
                    "refunded_bill_fen",
                    "refunded_other_fen",
                    "counts",
                    "shift_id",
                    "sequence");
    private final Batch items =
            Batch.into(
                    "order_item",
                    "order_id",
                    "line",
                    "sku",
                    "name",
                    "quantity",
                    "unit_price_fen",
                    "subsidisable",
                    "refunded_quantity");
    private final Batch tenders =
            Batch.into(
                    "order_tender", "order_id", "line", "type", "fen", "reference", "refunded_fen");
    private final Batch grants =
            Batch.into(
                    "order_grant",
                    "order_id",
                    "line",
                    "elder_id",
                    "site_id",
                    "provider_id",
                    "policy_code",
                    "policy_version",
                    "side",
                    "service_date",
                    "slot",
                    "fen",
                    "refunded_fen",
                    "counts");
    private final Batch journals =
            Batch.into(
                    "journal",
                    "journal_id",
                    "kind",
                    "cause_kind",
                    "cause_id",
                    "order_id",
                    "site_id",
                    "district_code",
                    "paying_district",
                    "service_date",
                    "booking_date",
                    "happened_at",
                    "refusals");
    private final Batch postings =
            Batch.into(
                    "posting",
                    "booking_date",
                    "provider_id",
                    "journal_id",
                    "line",
                    "account_kind",
                    "account_owner",
                    "fen",
                    "policy_code",
                    "policy_version",
                    "policy_side",
                    "reason",
                    "mirrors",
                    "district_code",
                    "paying_district");
    private final Batch facts =
            Batch.into(
                    "meal_fact",
                    "order_id",
                    "booking_date",
                    "service_date",
                    "slot",
                    "district_code",
                    "street_code",
                    "provider_id",
                    "site_id",
                    "terminal",
                    "elder_id",
                    "card_hash",
                    "entered",
                    "offline",
                    "dine_in",
                    "happened_at",
                    "recorded_at",
                    "bill_fen",
                    "granted_fen",
                    "excess_fen",
                    "seats",
                    "daily_capacity",
                    "latitude_micro",
                    "longitude_micro",
                    "listed");
    private final Batch events =
            Batch.into(
                    "event_outbox",
                    "event_id",
                    "type",
                    "order_id",
                    "site_id",
                    "provider_id",
                    "division",
                    "content",
                    "happened_at",
                    "written_at");
    private final Batch due = Batch.into("event_due", "reader", "event_id");
    private final Batch keys =
            Batch.into(
                    "idempotency_key",
                    "caller",
                    "idempotency_key",
                    "fingerprint",
                    "status",
                    "answer",
                    "kept_at");

    /// Adds a sale.
    ///
    /// @param orderId the id of the order and of its journal
    void add(Template template, long orderId, long elderId, Instant at) {
        var order = copy(template.order(), orderId);
        order[2] = elderId;
        order[10] = at;
        orders.row(order);
        template.items().forEach(item -> items.row(copy(item, orderId)));
        tenders.row(copy(template.tender(), orderId));
        template.grants()
                .forEach(grant -> {
                    var row = copy(grant, orderId);
                    row[2] = elderId;
                    grants.row(row);
                });
        var journal = copy(template.journal(), orderId);
        journal[3] = orderId;
        journal[4] = orderId;
        journal[10] = at;
        journals.row(journal);
        template.postings()
                .forEach(posting -> {
                    var row = Arrays.copyOf(posting, posting.length);
                    row[2] = orderId;
                    postings.row(row);
                });
        var fact = copy(template.fact(), orderId);
        fact[9] = elderId;
        fact[14] = at;
        fact[15] = at;
        facts.row(fact);
        var event = copy(template.event(), orderId);
        event[2] = orderId;
        event[7] = at;
        event[8] = at;
        events.row(event);
        due.row("LIVE", orderId);
        var key = Arrays.copyOf(template.key(), template.key().length);
        key[1] = "floor-" + orderId;
        key[5] = at;
        keys.row(key);
    }

    private static @Nullable Object[] copy(@Nullable Object[] row, long id) {
        var copy = Arrays.copyOf(row, row.length);
        copy[0] = id;
        return copy;
    }

    void write(Connection connection) throws SQLException {
        orders.write(connection);
        items.write(connection);
        tenders.write(connection);
        grants.write(connection);
        journals.write(connection);
        postings.write(connection);
        facts.write(connection);
        events.write(connection);
        due.write(connection);
        keys.write(connection);
    }
}

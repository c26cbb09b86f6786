package org.nuancan.sale.booking;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Batch;
import org.nuancan.db.RoundTrip;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.policy.quote.Grant;
import org.nuancan.sale.Origin;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleOutcome;

/// Writes orders with their items, tenders and grants: one statement for each table and list.
@Singleton
public final class OrderStore {

    /// Adds the rows of sales to a round trip.
    void insert(RoundTrip trip, List<SaleOutcome.Sold> sold) {
        var orders = orders();
        var items =
                Batch.into(
                        "order_item",
                        "order_id",
                        "line",
                        "sku",
                        "name",
                        "quantity",
                        "unit_price_fen",
                        "subsidisable",
                        "fee",
                        "refunded_quantity");
        var tenders =
                Batch.into(
                        "order_tender",
                        "order_id",
                        "line",
                        "type",
                        "fen",
                        "reference",
                        "refunded_fen");
        var references = Batch.into("tender_reference", "type", "reference", "order_id");
        var grants = grants();
        for (var one : sold) {
            add(orders, one);
            addItems(items, one.sale());
            addTenders(tenders, references, one.sale());
            addGrants(grants, one.sale(), one.grants());
        }
        orders.write(trip);
        items.write(trip);
        tenders.write(trip);
        references.write(trip);
        grants.write(trip);
    }

    private static Batch orders() {
        return Batch.into(
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
    }

    private static Batch grants() {
        return Batch.into(
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
    }

    private static void add(Batch orders, SaleOutcome.Sold sold) {
        var sale = sold.sale();
        var at = sale.at();
        orders.row(
                sale.orderId(),
                sold.homeDistrict(),
                orNull(sold.elder().map(ElderAtTable::elderId)),
                at.place().siteId(),
                at.place().providerId(),
                at.till().terminal(),
                Origin.of(sale),
                at.serviceDate(),
                at.slot(),
                at.fulfilment(),
                at.happenedAt(),
                sold.bookingDate().date(),
                sale.basket().gross().value(),
                sale.basket().bill().value(),
                sold.elderPays().value(),
                sale.payment().rounding().value(),
                sold.excess().value(),
                0,
                0,
                1,
                orNull(at.till().shiftId()),
                orNull(at.till().sequence()));
    }

    private static void addItems(Batch items, Sale sale) {
        var line = 1;
        for (var item : sale.basket().lines()) {
            items.row(
                    sale.orderId(),
                    line++,
                    item.sku(),
                    item.name(),
                    item.quantity(),
                    item.unitPrice().value(),
                    item.subsidisable(),
                    item.fee(),
                    0);
        }
    }

    private static void addTenders(Batch tenders, Batch references, Sale sale) {
        var line = 1;
        for (var tender : sale.payment().tenders()) {
            tenders.row(
                    sale.orderId(),
                    line++,
                    tender.type(),
                    tender.fen().value(),
                    orNull(tender.reference()),
                    0);
            if (!tender.type().isTakenByProvider()) {
                references.row(tender.type(), orNull(tender.reference()), sale.orderId());
            }
        }
    }

    /// Writes the grants of a meal that has not been eaten yet.
    void reserve(Connection connection, Sale sale, List<Grant> granted) throws SQLException {
        var grants = grants();
        addGrants(grants, sale, granted);
        grants.write(connection);
    }

    private static void addGrants(Batch grants, Sale sale, List<Grant> granted) {
        var line = 1;
        for (var grant : granted) {
            grants.row(
                    sale.orderId(),
                    line++,
                    sale.elderId().orElseThrow(),
                    sale.at().place().siteId(),
                    sale.at().place().providerId(),
                    grant.code(),
                    grant.version(),
                    grant.side(),
                    sale.at().serviceDate(),
                    sale.at().slot(),
                    grant.fen().value(),
                    0,
                    1);
        }
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}

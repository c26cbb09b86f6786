package org.nuancan.order;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.Slot;

/// Counts and sums of what a site sold for a service date, net of refunds.
@Singleton
public final class SalesOfDay {

    /// What was sold for one meal of the day.
    ///
    /// @param meals orders of which something is left
    /// @param gross everything sold
    /// @param elderPays what the elders paid, less what they got back
    /// @param dinerGrants what was granted to them
    /// @param incentives what was granted to the provider beside it
    public record OfSlot(
            Slot slot, long meals, Fen gross, Fen elderPays, Fen dinerGrants, Fen incentives) {}

    private record Part(Slot slot, String what, long value) {}

    private static final String MEALS = "MEALS";
    private static final String GROSS = "GROSS";
    private static final String ELDERS = "ELDERS";
    private static final String RETURNED = "RETURNED";

    /// Every slot of the day, in the order of the day, also those in which nothing was sold.
    public List<OfSlot> of(Connection connection, long siteId, LocalDate serviceDate)
            throws SQLException {
        var parts = new ArrayList<>(sold(connection, siteId, serviceDate));
        parts.addAll(returned(connection, siteId, serviceDate));
        parts.addAll(granted(connection, siteId, serviceDate));
        return Stream.of(Slot.values()).map(slot -> ofSlot(slot, parts)).toList();
    }

    private static OfSlot ofSlot(Slot slot, List<Part> parts) {
        return new OfSlot(
                slot,
                sum(parts, slot, MEALS),
                Fen.of(sum(parts, slot, GROSS)),
                Fen.of(sum(parts, slot, ELDERS)).minus(Fen.of(sum(parts, slot, RETURNED))),
                Fen.of(sum(parts, slot, Side.DINER.name())),
                Fen.of(sum(parts, slot, Side.PROVIDER.name()))
                        .plus(Fen.of(sum(parts, slot, Side.DELIVERY.name()))));
    }

    private static long sum(List<Part> parts, Slot slot, String what) {
        return parts.stream()
                .filter(part -> part.slot() == slot && part.what().equals(what))
                .mapToLong(Part::value)
                .sum();
    }

    private static List<Part> sold(Connection connection, long siteId, LocalDate serviceDate)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select slot, sum(counts) as meals,
                               sum(gross_fen - refunded_bill_fen - refunded_other_fen) as gross_fen,
                               sum(elder_pays_fen) as elder_pays_fen
                          from meal_order
                         where site_id = ? and service_date = ?
                         group by slot
                        """)
                .with(siteId, serviceDate)
                .list(row -> {
                    var slot = row.name("slot", Slot.class);
                    return List.of(
                            new Part(slot, MEALS, row.number("meals")),
                            new Part(slot, GROSS, row.number("gross_fen")),
                            new Part(slot, ELDERS, row.number("elder_pays_fen")));
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Part> returned(Connection connection, long siteId, LocalDate serviceDate)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select o.slot, sum(r.returned_fen) as returned_fen
                          from meal_order o
                          join order_refund r on r.order_id = o.order_id
                         where o.site_id = ? and o.service_date = ?
                         group by o.slot
                        """)
                .with(siteId, serviceDate)
                .list(row ->
                        new Part(
                                row.name("slot", Slot.class),
                                RETURNED,
                                row.number("returned_fen")));
    }

    private static List<Part> granted(Connection connection, long siteId, LocalDate serviceDate)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select o.slot, g.side, sum(g.fen - g.refunded_fen) as fen
                          from meal_order o
                          join order_grant g on g.order_id = o.order_id
                         where o.site_id = ? and o.service_date = ?
                         group by o.slot, g.side
                        """)
                .with(siteId, serviceDate)
                .list(row ->
                        new Part(
                                row.name("slot", Slot.class), row.text("side"), row.number("fen")));
    }
}

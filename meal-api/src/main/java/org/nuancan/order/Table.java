package org.nuancan.order;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.nuancan.elder.ElderAtTable;
import org.nuancan.elder.Elders;

/// The elders of a list of sales, each as of the sale's service date.
final class Table {

    private record Seat(long elderId, LocalDate serviceDate) {}

    private final Map<Seat, ElderAtTable> seats = new HashMap<>();

    /// Locks all elders in ascending order, then reads what is known of them.
    static Table locked(Connection connection, Elders elders, List<Sale> sales)
            throws SQLException {
        return seated(connection, elders, sales, true);
    }

    /// Reads what is known of the elders without waiting for anybody.
    static Table seen(Connection connection, Elders elders, List<Sale> sales) throws SQLException {
        return seated(connection, elders, sales, false);
    }

    private static Table seated(
            Connection connection, Elders elders, List<Sale> sales, boolean lock)
            throws SQLException {
        var table = new Table();
        var ids = new TreeSet<Long>();
        sales.forEach(sale -> sale.elderId().ifPresent(ids::add));
        if (ids.isEmpty()) {
            return table;
        }
        var dates = new HashSet<LocalDate>();
        sales.forEach(sale -> dates.add(sale.at().serviceDate()));
        var toLock = lock;
        for (var date : dates) {
            var found =
                    toLock
                            ? elders.lockForMeal(connection, ids, date)
                            : elders.forMeal(connection, ids, date);
            // Once locked, they stay locked until the transaction ends.
            toLock = false;
            found.forEach((id, elder) -> table.seats.put(new Seat(id, date), elder));
        }
        return table;
    }

    /// Who eats; empty for a sale to nobody in particular.
    Optional<ElderAtTable> of(Sale sale) {
        return sale.elderId()
                .map(id -> new Seat(id, sale.at().serviceDate()))
                .map(seat ->
                        Optional.ofNullable(seats.get(seat))
                                .orElseThrow(() ->
                                        new IllegalStateException("no elder " + seat.elderId())));
    }
}

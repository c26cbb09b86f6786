package org.nuancan.sale.booking;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.elder.lookup.Guests;
import org.nuancan.sale.Sale;

/// The elders of a list of sales, each as of the sale's service date.
final class Table {

    /// Finds an elder's record on a service date.
    private interface Lookup {

        ElderAtTable on(long elderId, LocalDate serviceDate);
    }

    private record Seat(long elderId, LocalDate serviceDate) {}

    private final Lookup lookup;
    private final Map<Seat, ElderAtTable> seats = new HashMap<>();

    private Table(Lookup lookup) {
        this.lookup = lookup;
    }

    /// A table of elders who are locked, or were read.
    static Table of(Guests guests) {
        return new Table(guests::on);
    }

    /// Reads the record of a sale's elder; does not wait for locks.
    static Table seen(Elders elders, Sale sale) {
        var ids = sale.elderId().stream().toList();
        var found = elders.forMeal(ids, sale.at().serviceDate());
        return new Table((elderId, _) ->
                Optional.ofNullable(found.get(elderId))
                        .orElseThrow(() -> new IllegalStateException("no elder " + elderId)));
    }

    /// The diner; empty for a sale without an elder.
    ///
    /// @throws IllegalStateException for an elder who is not in this table
    Optional<ElderAtTable> of(Sale sale) {
        return sale.elderId()
                .map(id -> new Seat(id, sale.at().serviceDate()))
                .map(seat ->
                        seats.computeIfAbsent(
                                seat, _ -> lookup.on(seat.elderId, seat.serviceDate)));
    }
}

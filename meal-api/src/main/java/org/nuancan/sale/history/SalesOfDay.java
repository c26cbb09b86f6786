package org.nuancan.sale.history;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.fact.Slot;
import org.nuancan.sale.history.SalesRepository.Granted;
import org.nuancan.sale.history.SalesRepository.Returned;
import org.nuancan.sale.history.SalesRepository.Sold;

/// Counts and sums a site's sales for a service date, net of refunds.
@Singleton
public class SalesOfDay {

    /// The sales for one meal of the day.
    ///
    /// @param meals orders of which something is left
    /// @param gross the gross of all sales
    /// @param elderPays the amount that elders paid, less their refunds
    /// @param dinerGrants the grants to diners
    /// @param incentives the grants to the provider besides these
    public record OfSlot(
            Slot slot, long meals, Fen gross, Fen elderPays, Fen dinerGrants, Fen incentives) {}

    private final SalesRepository sales;

    SalesOfDay(SalesRepository sales) {
        this.sales = sales;
    }

    /// Every slot of the day in its order, including those without sales.
    @ReadOnly
    public List<OfSlot> of(long siteId, LocalDate serviceDate) {
        var sold = sales.listSold(siteId, serviceDate);
        var returned = sales.listReturned(siteId, serviceDate);
        var granted = sales.listGranted(siteId, serviceDate);
        return Stream.of(Slot.values()).map(slot -> ofSlot(slot, sold, returned, granted)).toList();
    }

    private static OfSlot ofSlot(
            Slot slot, List<Sold> sold, List<Returned> returned, List<Granted> granted) {
        var own =
                sold.stream()
                        .filter(row -> row.slot() == slot)
                        .findFirst()
                        .orElse(new Sold(slot, 0, 0, 0));
        var back =
                returned.stream().filter(row -> row.slot() == slot).mapToLong(Returned::fen).sum();
        var grants = granted.stream().filter(row -> row.slot() == slot).toList();
        return new OfSlot(
                slot,
                own.meals(),
                Fen.of(own.grossFen()),
                Fen.of(own.elderPaysFen()).minus(Fen.of(back)),
                sum(grants, side -> side == Side.DINER),
                sum(grants, side -> side != Side.DINER));
    }

    private static Fen sum(List<Granted> grants, Predicate<Side> counted) {
        return Fen.of(
                grants.stream()
                        .filter(row -> counted.test(row.side()))
                        .mapToLong(Granted::fen)
                        .sum());
    }
}

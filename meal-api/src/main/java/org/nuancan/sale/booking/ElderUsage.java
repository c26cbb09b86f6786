package org.nuancan.sale.booking;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.LimitWindow;
import org.nuancan.sale.limit.Tally;

/// Grants and meals of elders that count towards limits. They are read from the grants while the
/// elders are locked, and grow with each sale of the list in work.
final class ElderUsage {

    private record Grain(long elderId, String code, LocalDate date, Slot slot) {}

    private record Day(long elderId, LocalDate date) {}

    private final Map<Grain, Tally> grants = new HashMap<>();
    private final Map<Day, Long> meals = new HashMap<>();
    private final Map<Day, Fen> offline = new HashMap<>();

    /// Reads the grants and meals between two service dates, both included.
    ///
    /// @param offlineToo whether to read also the sums that tills granted offline
    static Later<ElderUsage> read(
            RoundTrip trip,
            Collection<Long> elders,
            Collection<LocalDate> serviceDates,
            LocalDate from,
            LocalDate to,
            boolean offlineToo) {
        if (elders.isEmpty()) {
            return ElderUsage::new;
        }
        var read = trip.ask(grantsAndMeals(trip, elders, serviceDates, from, to), Part::read);
        var cutOff =
                offlineToo
                        ? trip.ask(offline(trip, elders, serviceDates), Offline::read)
                        : (Later<List<Offline>>) List::of;
        return () -> {
            var usage = new ElderUsage();
            read.get().forEach(usage::add);
            cutOff.get().forEach(one -> usage.offline.put(one.day, one.fen));
            return usage;
        };
    }

    /// @param slot of a grant; empty for the meals of a day
    private record Part(
            long elderId,
            LocalDate date,
            Optional<String> code,
            Optional<Slot> slot,
            long meals,
            Fen fen) {

        private static Part read(Row row) throws SQLException {
            return new Part(
                    row.number("elder_id"),
                    row.date("service_date"),
                    row.maybeText("policy_code"),
                    row.maybeText("slot").map(Slot::valueOf),
                    row.number("meals"),
                    Fen.of(row.number("fen")));
        }
    }

    private record Offline(Day day, Fen fen) {

        private static Offline read(Row row) throws SQLException {
            return new Offline(
                    new Day(row.number("elder_id"), row.date("service_date")),
                    Fen.of(row.number("fen")));
        }
    }

    /// Makes one query for grants and meals; the rows of meals have no policy code.
    private static Sql grantsAndMeals(
            RoundTrip trip,
            Collection<Long> elders,
            Collection<LocalDate> dates,
            LocalDate from,
            LocalDate to) {
        return Sql.on(
                        trip.connection(),
                        """
                        select elder_id, policy_code, service_date, slot,
                               sum(counts) as meals, sum(fen - refunded_fen) as fen
                        from order_grant
                        where elder_id in (??) and service_date between ? and ?
                        group by elder_id, policy_code, service_date, slot
                        union all
                        select elder_id, null, service_date, null, sum(counts), 0
                        from meal_order
                        where elder_id in (??) and service_date in (??)
                        group by elder_id, service_date
                        """)
                .withAll(elders)
                .with(from, to)
                .withAll(elders)
                .withAll(dates);
    }

    private void add(Part part) {
        if (part.code.isPresent()) {
            grants.put(
                    new Grain(part.elderId, part.code.get(), part.date, part.slot.orElseThrow()),
                    new Tally(part.meals, part.fen));
        } else {
            meals.put(new Day(part.elderId, part.date), part.meals);
        }
    }

    private static Sql offline(
            RoundTrip trip, Collection<Long> elders, Collection<LocalDate> dates) {
        return Sql.on(
                        trip.connection(),
                        """
                        select g.elder_id, g.service_date, sum(g.fen) as fen
                        from order_grant g join meal_order o on o.order_id = g.order_id
                        where g.elder_id in (??) and g.service_date in (??)
                          and g.side = 'DINER' and o.origin = 'OFFLINE'
                        group by g.elder_id, g.service_date
                        """)
                .withAll(elders)
                .withAll(dates);
    }

    /// The grants in a window.
    Tally in(LimitWindow window, long elderId) {
        return grants.entrySet().stream()
                .filter(entry -> holds(window, elderId, entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private static boolean holds(LimitWindow window, long elderId, Grain grain) {
        return grain.elderId == elderId
                && grain.code.equals(window.code())
                && !grain.date.isBefore(window.from())
                && !grain.date.isAfter(window.to())
                && window.slot().map(slot -> slot == grain.slot).orElse(true);
    }

    /// The number of meals of a service date that count.
    long mealsOn(long elderId, LocalDate date) {
        return meals.getOrDefault(new Day(elderId, date), 0L);
    }

    /// Adds a captured meal.
    void ate(long elderId, LocalDate date) {
        meals.merge(new Day(elderId, date), 1L, Math::addExact);
    }

    /// Adds a grant.
    void granted(long elderId, String code, LocalDate date, Slot slot, Fen fen) {
        grants.merge(new Grain(elderId, code, date, slot), new Tally(1, fen), Tally::plus);
    }

    /// The sum that tills granted to the diner offline on a day.
    Fen grantedOffline(long elderId, LocalDate date) {
        return offline.getOrDefault(new Day(elderId, date), Fen.ZERO);
    }

    /// Adds a grant that a till made offline.
    void grantedOffline(long elderId, LocalDate date, Fen fen) {
        offline.merge(new Day(elderId, date), fen, Fen::plus);
    }
}

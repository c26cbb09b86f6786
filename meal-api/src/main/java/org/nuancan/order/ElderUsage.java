package org.nuancan.order;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.policy.LimitWindow;
import org.nuancan.policy.Slot;

/// What elders were granted and how often they ate: read from the grants themselves while the
/// elders are locked, and grown by each sale of the list that is being worked off.
final class ElderUsage {

    private record Grain(long elderId, String code, LocalDate date, Slot slot) {}

    private record Day(long elderId, LocalDate date) {}

    private final Map<Grain, Tally> grants = new HashMap<>();
    private final Map<Day, Long> meals = new HashMap<>();
    private final Map<Day, Fen> offline = new HashMap<>();

    /// Reads what counts between two service dates, both included.
    ///
    /// @param offlineToo whether it matters what tills granted while they were cut off
    static ElderUsage read(
            Connection connection,
            Collection<Long> elders,
            Collection<LocalDate> serviceDates,
            LocalDate from,
            LocalDate to,
            boolean offlineToo)
            throws SQLException {
        var usage = new ElderUsage();
        if (!elders.isEmpty()) {
            usage.readGrantsAndMeals(connection, elders, serviceDates, from, to);
            if (offlineToo) {
                usage.readOffline(connection, elders, serviceDates);
            }
        }
        return usage;
    }

    /// By one query; meals come without a policy's code.
    private void readGrantsAndMeals(
            Connection connection,
            Collection<Long> elders,
            Collection<LocalDate> dates,
            LocalDate from,
            LocalDate to)
            throws SQLException {
        Sql.on(
                        connection,
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
                .withAll(dates)
                .forEach(this::add);
    }

    private void add(Row row) throws SQLException {
        var elderId = row.number("elder_id");
        var date = row.date("service_date");
        var code = row.maybeText("policy_code");
        if (code.isPresent()) {
            grants.put(
                    new Grain(elderId, code.get(), date, row.name("slot", Slot.class)),
                    new Tally(row.number("meals"), Fen.of(row.number("fen"))));
        } else {
            meals.put(new Day(elderId, date), row.number("meals"));
        }
    }

    private void readOffline(
            Connection connection, Collection<Long> elders, Collection<LocalDate> dates)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        select g.elder_id, g.service_date, sum(g.fen) as fen
                        from order_grant g join meal_order o on o.order_id = g.order_id
                        where g.elder_id in (??) and g.service_date in (??)
                          and g.side = 'DINER' and o.origin = 'OFFLINE'
                        group by g.elder_id, g.service_date
                        """)
                .withAll(elders)
                .withAll(dates)
                .forEach(row ->
                        offline.put(
                                new Day(row.number("elder_id"), row.date("service_date")),
                                Fen.of(row.number("fen"))));
    }

    /// What was granted in a window.
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

    /// How many meals of a service date count.
    long mealsOn(long elderId, LocalDate date) {
        return meals.getOrDefault(new Day(elderId, date), 0L);
    }

    /// One more meal was captured.
    void ate(long elderId, LocalDate date) {
        meals.merge(new Day(elderId, date), 1L, Math::addExact);
    }

    /// One more grant was made.
    void granted(long elderId, String code, LocalDate date, Slot slot, Fen fen) {
        grants.merge(new Grain(elderId, code, date, slot), new Tally(1, fen), Tally::plus);
    }

    /// What diners were granted on a day by tills that were cut off.
    Fen grantedOffline(long elderId, LocalDate date) {
        return offline.getOrDefault(new Day(elderId, date), Fen.ZERO);
    }

    /// One more grant by a till that was cut off.
    void grantedOffline(long elderId, LocalDate date, Fen fen) {
        offline.merge(new Day(elderId, date), fen, Fen::plus);
    }
}

package org.nuancan.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuancan.db.Ids;
import org.nuancan.payment.Town.Order;
import org.nuancan.reconcile.Comparison;
import org.nuancan.reconcile.Kind;
import org.nuancan.reconcile.Reconciliation;

/// A district's month, with the values that a test has to remember.
public final class Month {

    final Town town;
    public final TownHall hall;
    final String district;
    public final List<Long> providers;
    public final List<Long> elders;
    final Set<Long> dead = new HashSet<>();
    final List<Order> orders = new ArrayList<>();

    /// The refunded amount of each order.
    final Map<Order, Long> refunded = new HashMap<>();

    /// The closed days.
    final List<LocalDate> days = new ArrayList<>();

    /// @param first the first day; days are shared by all districts, and each comes once
    public Month(Town town, String district, LocalDate first) {
        this.town = town;
        this.hall = new TownHall(town);
        this.district = district;
        this.providers = List.of(id(), id(), id());
        this.elders = List.of(id(), id(), id(), id(), id());
        this.today = first;
        town.noonOf(first);
    }

    private LocalDate today;

    long id() {
        return town.bean(Ids.class).next();
    }

    /// The open day.
    public LocalDate today() {
        return today;
    }

    /// Ends the day and closes it.
    public void close() {
        days.add(today);
        today = today.plusDays(1);
        town.noonOf(today);
        town.close(days.getLast());
    }

    /// All differences of a day.
    Set<Kind> differences(LocalDate day) {
        return town
                .bean(Reconciliation.class)
                .snapshot(new Comparison.DayOfDistrict(day, district))
                .stream()
                .flatMap(result -> result.compared().differences().stream())
                .map(difference -> difference.kind())
                .collect(Collectors.toSet());
    }
}

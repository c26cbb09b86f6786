package org.nuancan.sale.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.nuancan.db.InList;

/// Finds the days on which elders have eaten.
@Singleton
public class EatenDays {

    /// A day at a site.
    public record Meal(LocalDate date, long siteId) {}

    private final SalesRepository sales;

    EatenDays(SalesRepository sales) {
        this.sales = sales;
    }

    /// Meals of elders between two days, both included, by elder.
    @ReadOnly
    public Map<Long, Set<Meal>> of(Collection<Long> elderIds, LocalDate from, LocalDate to) {
        var dates = from.datesUntil(to.plusDays(1)).toList();
        return sales.listEaten(dates, InList.of(elderIds)).stream()
                .collect(
                        groupingBy(
                                SalesRepository.Eaten::elderId,
                                mapping(
                                        one -> new Meal(one.serviceDate(), one.siteId()),
                                        toSet())));
    }

    /// Whether a site sold anything on a day.
    @ReadOnly
    public boolean wasOpen(long siteId, LocalDate date) {
        return sales.findAny(siteId, date).isPresent();
    }
}

package org.nuancan.sale.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.InList;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;

/// Reads the captured orders of a day whose bill was not refunded completely.
@Singleton
public class ServedMeals {

    private static final int SITES = 256;

    private final ServedMealRepository meals;

    ServedMeals(ServedMealRepository meals) {
        this.meals = meals;
    }

    /// The orders of some sites for a service date.
    @ReadOnly
    public List<ServedMeal> list(LocalDate serviceDate, List<Long> siteIds) {
        var found = new ArrayList<ServedMeal>();
        for (var from = 0; from < siteIds.size(); from += SITES) {
            var some = InList.of(siteIds.subList(from, Math.min(from + SITES, siteIds.size())));
            var paid =
                    meals.listPaid(serviceDate, some).stream()
                            .collect(groupingBy(ServedMealRepository.Paid::orderId));
            for (var row : meals.list(serviceDate, some)) {
                found.add(meal(row, serviceDate, paid.getOrDefault(row.orderId(), List.of())));
            }
        }
        return found;
    }

    private static ServedMeal meal(
            ServedMealRepository.Served row,
            LocalDate serviceDate,
            List<ServedMealRepository.Paid> paid) {
        return new ServedMeal(
                row.orderId(),
                Optional.ofNullable(row.elderId()),
                new ServedMeal.At(row.siteId(), serviceDate, row.slot(), row.fulfilment()),
                Fen.of(row.billFen()),
                paid(paid));
    }

    private static Map<TenderType, Fen> paid(List<ServedMealRepository.Paid> rows) {
        return rows.stream()
                .collect(toMap(ServedMealRepository.Paid::type, row -> Fen.of(row.fen())));
    }
}

package org.nuancan.ordering.record;

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
import org.nuancan.ordering.record.PreorderRepository.Cancelled;

/// Days for which an elder's meal was cancelled, so that a missing meal is expected.
@Singleton
public class CancelledDays {

    private final PreorderRepository orders;

    CancelledDays(PreorderRepository orders) {
        this.orders = orders;
    }

    /// The cancelled days by elder, between two days, both included.
    @ReadOnly
    public Map<Long, Set<LocalDate>> of(Collection<Long> elderIds, LocalDate from, LocalDate to) {
        return orders.listCancelled(InList.of(elderIds), from, to).stream()
                .collect(groupingBy(Cancelled::elderId, mapping(Cancelled::serviceDate, toSet())));
    }
}

package org.nuancan.ledger.reading;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.InList;

/// Finds the journals of meals, eaten or failed, with lines on statements.
@Singleton
public class MealJournals {

    /// The journal of a meal.
    public record MealJournal(long journalId, long orderId, Optional<Long> siteId) {}

    private final JournalRepository journals;

    MealJournals(JournalRepository journals) {
        this.journals = journals;
    }

    /// The meal of a journal, if it is booked for a provider on a booking day.
    @ReadOnly
    public Optional<MealJournal> find(BusinessDay day, long providerId, long journalId) {
        return first(journals.meal(day.date(), providerId, journalId));
    }

    /// The meal of an order, if it is booked for a provider on a booking day.
    @ReadOnly
    public Optional<MealJournal> findOfOrder(BusinessDay day, long providerId, long orderId) {
        return first(journals.mealOfOrder(day.date(), providerId, orderId));
    }

    private static Optional<MealJournal> first(List<JournalEntity> found) {
        return found.stream()
                .findFirst()
                .map(row ->
                        new MealJournal(
                                row.journalId(),
                                Objects.requireNonNull(row.orderId(), "a meal has an order"),
                                Optional.ofNullable(row.siteId())));
    }

    /// The order of a journal, if the journal has one.
    @ReadOnly
    public Optional<Long> orderOf(long journalId) {
        return journals.list(List.of(journalId)).stream()
                .findFirst()
                .flatMap(row -> Optional.ofNullable(row.orderId()));
    }

    /// The sites of journals, by journal; journals without a site are left out.
    @ReadOnly
    public Map<Long, Long> sitesOf(Collection<Long> journalIds) {
        var sites = new HashMap<Long, Long>();
        if (!journalIds.isEmpty()) {
            for (var journal : journals.list(InList.of(journalIds))) {
                Optional.ofNullable(journal.siteId())
                        .ifPresent(site -> sites.put(journal.journalId(), site));
            }
        }
        return sites;
    }
}

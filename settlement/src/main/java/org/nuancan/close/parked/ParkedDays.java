package org.nuancan.close.parked;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;

/// Reads and writes the provider days that could not be computed yet, in the caller's transaction.
@Singleton
public final class ParkedDays {

    private final ParkedDayRepository rows;

    ParkedDays(ParkedDayRepository rows) {
        this.rows = rows;
    }

    /// Parks a provider's day, unless its statement exists.
    public void park(Parked parked, Instant at) {
        rows.park(parked.providerId(), parked.date().date(), parked.cause(), parked.detail(), at);
    }

    /// Removes a parked day; does nothing if the provider is not parked on it.
    public void remove(long providerId, BusinessDay day) {
        rows.remove(providerId, day.date());
    }

    /// All parked days, the oldest first.
    public List<Parked> all() {
        return rows.list().stream().map(ParkedDayEntity::parked).toList();
    }

    /// The parked providers of a day, in order of the providers.
    public List<Parked> of(BusinessDay day) {
        return rows.ofDay(day.date()).stream().map(ParkedDayEntity::parked).toList();
    }

    /// The provider's first parked day before `day`.
    public Optional<BusinessDay> before(long providerId, BusinessDay day) {
        return rows.before(providerId, day.date()).map(row -> new BusinessDay(row.id().day()));
    }
}

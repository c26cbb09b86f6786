package org.nuancan.close.parked;

import static io.micronaut.transaction.TransactionDefinition.Propagation.MANDATORY;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.place.Places;

/// Reads the parked providers and records which of them an event reported.
@Singleton
public class ParkedProviders {

    /// A parked provider's day.
    ///
    /// @param districtCode the provider's district; empty if the provider is not on file
    /// @param tries number of closes that tried the day
    /// @param since when the first of them parked it
    public record ParkedProvider(Parked parked, String districtCode, int tries, Instant since) {}

    /// Conditions of a list of parked providers; an empty field does not filter.
    public record Filter(
            Optional<String> districtCode,
            Optional<Long> providerId,
            Optional<Parked.Cause> cause,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {

        /// Matches all providers of the city.
        public static final Filter ALL =
                new Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    private final ParkedDayRepository rows;
    private final Places places;

    ParkedProviders(ParkedDayRepository rows, Places places) {
        this.rows = rows;
        this.places = places;
    }

    /// Parked providers in order of day and provider, starting after a given day and provider.
    @ReadOnly
    public List<ParkedProvider> list(Filter filter, LocalDate day, long providerId, int limit) {
        var found = new ArrayList<ParkedProvider>();
        var from = new ParkedDayEntity.Key(providerId, day);
        for (var left = limit; left > 0; left = limit - found.size()) {
            var page =
                    rows.page(
                            from.day(),
                            from.providerId(),
                            filter.providerId().orElse(null),
                            filter.cause().orElse(null),
                            filter.from().orElse(null),
                            filter.to().orElse(null),
                            limit);
            placed(page).stream()
                    .filter(provider ->
                            filter.districtCode().map(provider.districtCode()::equals).orElse(true))
                    .limit(left)
                    .forEach(found::add);
            if (page.size() < limit) {
                break;
            }
            from = page.getLast().id();
        }
        return List.copyOf(found);
    }

    /// Number of parked provider days.
    @ReadOnly
    public long count() {
        return rows.count();
    }

    /// Parked days without an event, locked until the transaction ends; days that only wait for an
    /// earlier one are left out.
    @Transactional(propagation = MANDATORY)
    public List<ParkedProvider> lockUntold(int limit) {
        return placed(rows.lockUntold(limit));
    }

    /// Records that an event reported the parked day.
    @Transactional
    public void told(ParkedProvider provider, Instant at) {
        rows.keepTold(provider.parked().providerId(), provider.parked().date().date(), at);
    }

    private List<ParkedProvider> placed(List<ParkedDayEntity> some) {
        var districts =
                places.districtsOf(some.stream().map(row -> row.id().providerId()).toList());
        return some.stream()
                .map(row ->
                        new ParkedProvider(
                                row.parked(),
                                districts.getOrDefault(row.id().providerId(), ""),
                                row.tries(),
                                row.parkedAt()))
                .toList();
    }
}

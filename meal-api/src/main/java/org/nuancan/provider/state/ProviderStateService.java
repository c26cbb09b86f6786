package org.nuancan.provider.state;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.provider.Changes;
import org.nuancan.provider.ProviderOnFile;
import org.nuancan.provider.ProviderRepository;
import org.nuancan.provider.Providers;
import org.nuancan.provider.stop.ProviderStop;
import org.nuancan.provider.stop.ProviderStop.Kind;
import org.nuancan.provider.stop.ProviderStopEntity;
import org.nuancan.provider.stop.ProviderStopRepository;

/// Renames, suspends, resumes and ends providers. Each change is made with the provider's row
/// locked.
@Singleton
class ProviderStateService {

    private final ProviderRepository repository;
    private final ProviderStopRepository stops;
    private final Providers providers;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    ProviderStateService(
            ProviderRepository repository,
            ProviderStopRepository stops,
            Providers providers,
            Changes changes,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.stops = stops;
        this.providers = providers;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param version that was read
    /// @throws ProblemException `STALE_VERSION` with the person who changed it last, and the time
    @Transactional
    ProviderOnFile rename(long providerId, int version, String name, String by) {
        var before = lock(providerId);
        if (before.version() != version) {
            throw ProblemException.with(ProblemCode.STALE_VERSION, lastChange(providerId));
        }
        repository.rename(providerId, name);
        return changed(before, by);
    }

    private Map<String, Object> lastChange(long providerId) {
        return changes.last(providerId)
                .map(change ->
                        Map.<String, Object>of(
                                "changedBy", change.changedBy(),
                                "changedAt", change.changedAt().toString()))
                .orElse(Map.of());
    }

    /// Suspends a provider from the beginning of a day, or from now on if the day is today.
    ///
    /// @throws ProblemException `PROVIDER_STATE_REFUSED` if it is suspended or has ended
    @Transactional
    ProviderOnFile suspend(long providerId, LocalDate from, String reason, String by) {
        var before = lock(providerId);
        var hasEnded =
                ProviderStop.open(before.stops(), Kind.ENDED)
                        .filter(end -> end.holds(clock.instant()))
                        .isPresent();
        if (hasEnded || ProviderStop.open(before.stops(), Kind.SUSPENDED).isPresent()) {
            throw ProblemException.of(ProblemCode.PROVIDER_STATE_REFUSED);
        }
        add(providerId, Kind.SUSPENDED, new First(from, "/from"), reason, by);
        return changed(before, by);
    }

    /// Ends a suspension now; one that has not begun never begins.
    ///
    /// @throws ProblemException `PROVIDER_STATE_REFUSED` if it is not suspended
    @Transactional
    ProviderOnFile resume(long providerId, String by) {
        var before = lock(providerId);
        var open =
                ProviderStop.open(before.stops(), Kind.SUSPENDED)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.PROVIDER_STATE_REFUSED));
        var now = clock.instant();
        stops.end(open.stopId(), now.isBefore(open.begins()) ? open.begins() : now, by, now);
        return changed(before, by);
    }

    /// Ends a provider for good from the beginning of a day, or from now on if the day is today.
    ///
    /// @throws ProblemException `PROVIDER_STATE_REFUSED` if its end is recorded already
    @Transactional
    ProviderOnFile end(long providerId, LocalDate on, String by) {
        var before = lock(providerId);
        if (ProviderStop.open(before.stops(), Kind.ENDED).isPresent()) {
            throw ProblemException.of(ProblemCode.PROVIDER_STATE_REFUSED);
        }
        add(providerId, Kind.ENDED, new First(on, "/on"), "", by);
        return changed(before, by);
    }

    /// The first day of a stop, with its place in the request.
    private record First(LocalDate day, String pointer) {}

    private void add(long providerId, Kind kind, First first, String reason, String by) {
        var now = clock.instant();
        var _ =
                stops.save(
                        new ProviderStopEntity(
                                ids.next(),
                                providerId,
                                kind,
                                begin(first, now),
                                null,
                                reason,
                                by,
                                now,
                                null,
                                null));
    }

    private static Instant begin(First first, Instant now) {
        var day = first.day();
        var today = BusinessDay.of(now).date();
        if (day.isBefore(today)) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(
                            new ProblemException.Fault(
                                    first.pointer(), "DAY", "日期不能早于今天 / the day is before today")));
        }
        return day.equals(today) ? now : new BusinessDay(day).begins();
    }

    private ProviderOnFile lock(long providerId) {
        var _ = repository.lock(providerId);
        return providers
                .findShown(providerId)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private ProviderOnFile changed(ProviderOnFile before, String by) {
        repository.countChange(before.providerId());
        var after = providers.findShown(before.providerId()).orElseThrow();
        changes.keep(Optional.of(before), after, by, clock.instant());
        return after;
    }
}

package org.nuancan.finance.close;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.close.parked.Parked;
import org.nuancan.close.parked.ParkedProviders;
import org.nuancan.close.parked.ParkedProviders.ParkedProvider;
import org.nuancan.close.query.SettlementDays;
import org.nuancan.close.query.SettlementDays.SettlementDay;
import org.nuancan.finance.View;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.text.Id;
import org.nuancan.ledger.day.DayState;

/// The state of business days, and the providers whose day could not be closed.
@Controller("/v1/settlement")
@Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class SettlementController {

    /// A day, limited to the caller's area.
    ///
    /// @param orders number of orders captured on it, once it is closed
    /// @param statements number of statements, once it is closed
    /// @param parked number of providers whose statement could not be made
    /// @param contentHash hash over all statements of the city; null before the close
    /// @param closedAt null before the close
    /// @param tookMs duration of the close in milliseconds, including interruptions; null before
    ///   the close and for days without a recorded duration
    @Introspected
    record DayAnswer(
            LocalDate date,
            DayState state,
            long orders,
            long statements,
            long parked,
            @Nullable String contentHash,
            @Nullable Instant closedAt,
            @Nullable Long tookMs) {

        static DayAnswer of(SettlementDay day) {
            return new DayAnswer(
                    day.date(),
                    day.state(),
                    day.orders(),
                    day.statements(),
                    day.parked(),
                    day.contentHash().orElse(null),
                    day.closedAt().orElse(null),
                    day.took().map(Duration::toMillis).orElse(null));
        }
    }

    /// A provider whose day could not be computed.
    ///
    /// @param districtCode the provider's district; empty if the provider is unknown
    /// @param detail the cause in words
    /// @param tries number of closes that have tried it
    /// @param since the time at which it was parked
    @Introspected
    record ParkedAnswer(
            Id providerId,
            String districtCode,
            LocalDate date,
            Parked.Cause cause,
            String detail,
            int tries,
            Instant since) {

        static ParkedAnswer of(ParkedProvider line) {
            return new ParkedAnswer(
                    new Id(line.parked().providerId()),
                    line.districtCode(),
                    line.parked().date().date(),
                    line.parked().cause(),
                    line.parked().detail(),
                    line.tries(),
                    line.since());
        }
    }

    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final SettlementDays days;
    private final ParkedProviders parked;

    SettlementController(SettlementDays days, ParkedProviders parked) {
        this.days = days;
        this.parked = parked;
    }

    /// Days, oldest first: state, counts in the caller's area, hash, and duration of the close.
    ///
    /// @param from the first day; if absent, no lower bound
    /// @param to the last day; if absent, no upper bound
    @Get("/days")
    Page<DayAnswer> days(
            @QueryValue @Nullable LocalDate from,
            @QueryValue @Nullable LocalDate to,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        var district = View.district(caller);
        var first =
                paging.cursor()
                        .map(cursor -> day(cursor).plusDays(1))
                        .orElseGet(() -> from == null ? FIRST : from);
        var found =
                days.list(district, first, to == null ? LAST : to, paging.rows()).stream()
                        .map(DayAnswer::of)
                        .toList();
        return Page.of(found, paging, day -> Cursor.of(day.date().toEpochDay()));
    }

    /// Providers whose day could not be closed, the oldest day first: the cause in words and the
    /// time. Each close tries them again.
    ///
    /// @param from the first day; if absent, no lower bound
    /// @param to the last day; if absent, no upper bound
    @Get("/parked")
    Page<ParkedAnswer> parked(
            @QueryValue @Nullable Id providerId,
            @QueryValue Parked.@Nullable Cause cause,
            @QueryValue @Nullable LocalDate from,
            @QueryValue @Nullable LocalDate to,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        var filter =
                new ParkedProviders.Filter(
                        View.district(caller),
                        Optional.ofNullable(providerId).map(Id::value),
                        Optional.ofNullable(cause),
                        Optional.ofNullable(from),
                        Optional.ofNullable(to));
        var after = paging.cursor();
        var day = after.map(SettlementController::day).orElse(FIRST);
        var provider = after.map(cursor -> cursor.number(1)).orElse(0L);
        var found =
                parked.list(filter, day, provider, paging.rows()).stream()
                        .map(ParkedAnswer::of)
                        .toList();
        return Page.of(
                found,
                paging,
                line -> Cursor.of(line.date().toEpochDay(), line.providerId().value()));
    }

    private static LocalDate day(Cursor cursor) {
        return LocalDate.ofEpochDay(
                Math.clamp(cursor.number(0), FIRST.toEpochDay(), LAST.toEpochDay()));
    }
}

package org.nuancan.close.query;

import static java.util.stream.Collectors.toMap;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nuancan.close.parked.ParkedDayRepository;
import org.nuancan.close.statement.StatementRepository;
import org.nuancan.ledger.day.BusinessDays;
import org.nuancan.ledger.day.BusinessDays.DayOnRecord;
import org.nuancan.ledger.day.DayState;
import org.nuancan.place.Places;

/// Reads the days on record with the progress and the result of their close.
@Singleton
public class SettlementDays {

    /// A day, for the whole city or one of its districts.
    ///
    /// @param orders number of captured orders, once the day is closed; for a district, the orders
    ///   on its statements
    /// @param statements number of statements, once the day is closed
    /// @param parked number of providers without a statement
    /// @param contentHash hash over all statements of the city, once the day is closed
    /// @param closedAt when the day was closed
    /// @param took time from the beginning of its close to the end, interruptions included; empty
    ///   for days closed by versions that did not keep it
    public record SettlementDay(
            LocalDate date,
            DayState state,
            long orders,
            long statements,
            long parked,
            Optional<String> contentHash,
            Optional<Instant> closedAt,
            Optional<Duration> took) {}

    private final BusinessDays days;
    private final StatementRepository statements;
    private final ParkedDayRepository parked;
    private final Places places;

    SettlementDays(
            BusinessDays days,
            StatementRepository statements,
            ParkedDayRepository parked,
            Places places) {
        this.days = days;
        this.statements = statements;
        this.parked = parked;
        this.places = places;
    }

    /// Days in ascending order.
    ///
    /// @param district district of the statements that are counted; empty for all
    @ReadOnly
    public List<SettlementDay> list(
            Optional<String> district, LocalDate from, LocalDate to, int limit) {
        var found = days.list(from, to, limit);
        if (found.isEmpty()) {
            return List.of();
        }
        var first = found.getFirst().day().date();
        var last = found.getLast().day().date();
        var waiting = parked(district, first, last);
        if (district.isEmpty()) {
            return found.stream()
                    .map(day -> day(day, day.orders(), day.statements(), waiting))
                    .toList();
        }
        var own =
                statements.ofDays(first, last, district.get()).stream()
                        .collect(toMap(StatementRepository.OfDay::day, Function.identity()));
        return found.stream()
                .map(day -> {
                    var of = Optional.ofNullable(own.get(day.day().date()));
                    return day(
                            day,
                            of.map(StatementRepository.OfDay::orders).orElse(0L),
                            of.map(StatementRepository.OfDay::statements).orElse(0L),
                            waiting);
                })
                .toList();
    }

    /// Number of parked providers, by day.
    private Map<LocalDate, Long> parked(
            Optional<String> district, LocalDate first, LocalDate last) {
        var some = parked.between(first, last);
        var districts =
                district.isPresent()
                        ? places.districtsOf(
                                some.stream().map(row -> row.id().providerId()).toList())
                        : Map.<Long, String>of();
        var counts = new HashMap<LocalDate, Long>();
        some.stream()
                .filter(row ->
                        district.map(code -> code.equals(districts.get(row.id().providerId())))
                                .orElse(true))
                .forEach(row -> counts.merge(row.id().day(), 1L, Long::sum));
        return counts;
    }

    private static SettlementDay day(
            DayOnRecord day, long orders, long statements, Map<LocalDate, Long> parked) {
        var date = day.day().date();
        return new SettlementDay(
                date,
                day.state(),
                orders,
                statements,
                parked.getOrDefault(date, 0L),
                day.contentHash(),
                day.closedAt(),
                day.took());
    }
}

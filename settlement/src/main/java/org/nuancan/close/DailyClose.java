package org.nuancan.close;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuancan.close.parked.ParkedDays;
import org.nuancan.day.BusinessDay;
import org.nuancan.day.RealTime;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.day.BusinessDays;
import org.nuancan.ledger.day.BusinessDays.Standing;
import org.nuancan.ledger.day.ClosingDays;
import org.nuancan.ledger.day.DayState;
import org.nuancan.ledger.posting.ProvisionalFailures;
import org.nuancan.ledger.reading.Entries;

/// Closes days, oldest first. A close that was stopped at any point and is run again makes the same
/// statements: a closing day takes no more journals, each provider's statement is a transaction of
/// its own, and an existing statement is not changed. A day is marked as closed only when no
/// provider's statement is missing.
@Singleton
public final class DailyClose {

    private final Transactions transactions;
    private final BusinessDays days;
    private final ProviderDay providerDay;
    private final Reading reading;
    private final WaitingCloses waiting;

    /// The services that the close reads from.
    @Singleton
    record Reading(
            Entries entries,
            ClosingDays closing,
            ParkedDays parked,
            MissingStatements missing,
            ProvisionalFailures failures,
            Surroundings surroundings) {}

    /// The steps of other packages at a close, and the clocks.
    @Singleton
    record Surroundings(
            CloseSteps steps,
            DayFooting footing,
            Completeness completeness,
            Clock clock,
            @RealTime InstantSource realTime) {}

    DailyClose(
            Transactions transactions,
            BusinessDays days,
            ProviderDay providerDay,
            Reading reading,
            WaitingCloses waiting) {
        this.transactions = transactions;
        this.days = days;
        this.providerDay = providerDay;
        this.reading = reading;
        this.waiting = waiting;
    }

    /// Closes a day after every earlier open one since the books began. While another close runs,
    /// waits for it for a limited time; for a closed day, answers as at its close. First tries
    /// parked providers again and makes statements that are missing on closed days.
    public CloseOutcome close(BusinessDay day) {
        if (!day.isBefore(BusinessDay.today(around().clock()))) {
            return new CloseOutcome.DayNotOver(day);
        }
        return waiting.run(
                day,
                () -> {
                    tryAgain(day);
                    openUpTo(day).forEach(this::closeOne);
                    around().steps().afterwards();
                    return answer(day);
                });
    }

    private Surroundings around() {
        return reading.surroundings();
    }

    /// Parked and missing statements of closed days are made oldest first, so that one that waits
    /// for an earlier day comes after it.
    private void tryAgain(BusinessDay day) {
        var looked = transactions.reading(_ -> reading.missing().daysToLookAt(day));
        var left = new ArrayList<Left>();
        transactions.reading(_ -> reading.parked().all()).stream()
                .map(row -> new Left(row.date(), row.providerId()))
                .forEach(left::add);
        for (var closedDay : looked) {
            transactions.reading(connection -> reading.missing().of(connection, closedDay)).stream()
                    .map(missing -> new Left(missing.day(), missing.providerId()))
                    .forEach(left::add);
        }
        left.stream()
                .distinct()
                .sorted(Comparator.comparing(Left::day).thenComparingLong(Left::providerId))
                .forEach(provider -> providerDay.close(provider.providerId(), provider.day()));
        looked.forEach(this::markComplete);
    }

    private void markComplete(BusinessDay day) {
        var _ =
                transactions.inOne(connection -> {
                    if (reading.surroundings().completeness().isComplete(connection, day)) {
                        reading.closing().markComplete(day);
                    }
                    return day;
                });
    }

    private record Left(BusinessDay day, long providerId) {}

    /// Also adds rows for days without bookings, which have no row yet.
    private List<BusinessDay> openUpTo(BusinessDay last) {
        return transactions.reading(_ -> {
            var first = days.first();
            if (first.isEmpty()) {
                return List.of();
            }
            var closed =
                    days.between(first.get(), last).stream()
                            .filter(standing -> standing.state() == DayState.CLOSED)
                            .map(Standing::day)
                            .collect(Collectors.toSet());
            var open = new ArrayList<BusinessDay>();
            for (var day = first.get(); !last.isBefore(day); day = day.next()) {
                if (!closed.contains(day)) {
                    open.add(day);
                }
            }
            return open;
        });
    }

    private void closeOne(BusinessDay day) {
        around().steps().before(day);
        var before =
                transactions.inOne(connection -> {
                    var state = reading.closing().startClosing(day, around().realTime().instant());
                    if (state == DayState.OPEN) {
                        reading.failures().becomeFinal(connection, day);
                    }
                    return state;
                });
        if (before == DayState.CLOSED) {
            return;
        }
        var providers =
                transactions.reading(connection -> reading.entries().providers(connection, day));
        Together.each(providers, provider -> providerDay.close(provider, day));
        var isClosed = transactions.inOne(connection -> around().footing().keep(connection, day));
        if (!isClosed) {
            throw new IllegalStateException("a provider's statement of " + day + " is missing");
        }
    }

    private CloseOutcome answer(BusinessDay day) {
        return transactions.reading(connection -> {
            var parked = reading.parked().of(day);
            Function<Standing, CloseOutcome> closed =
                    standing ->
                            new CloseOutcome.Closed(
                                    day,
                                    standing.orders(),
                                    standing.statements(),
                                    parked,
                                    standing.contentHash().orElseThrow());
            var standing = days.between(day, day).stream().findFirst();
            return closed.apply(
                    standing.isPresent() ? standing.get() : around().footing().of(connection, day));
        });
    }
}

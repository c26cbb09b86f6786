package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.BookingDays;
import org.nuancan.ledger.BookingDays.Standing;
import org.nuancan.ledger.DayState;
import org.nuancan.ledger.Entries;

/// Closes days, oldest first. Stopped anywhere and run again, it ends in the same statements: a day
/// that is closing takes no more journals, each provider's statement is a transaction of its own,
/// and one that exists is left alone.
@Singleton
public final class DailyClose {

    private final Transactions transactions;
    private final BookingDays days;
    private final ProviderDay providerDay;
    private final Reading reading;
    private final CloseTurn turn;

    /// What the close reads.
    @Singleton
    record Reading(
            Entries entries,
            StatementRows statements,
            ParkedDays parked,
            Clock clock,
            List<AfterClose> afterwards) {}

    DailyClose(
            Transactions transactions,
            BookingDays days,
            ProviderDay providerDay,
            Reading reading,
            CloseTurn turn) {
        this.transactions = transactions;
        this.days = days;
        this.providerDay = providerDay;
        this.reading = reading;
        this.turn = turn;
    }

    /// Closes a day after every earlier open one since the books began. While another close runs,
    /// waits for it; for a day that is closed, answers as then. Providers that are parked are tried
    /// again first.
    public CloseOutcome close(BusinessDay day) {
        if (!day.isBefore(BusinessDay.today(reading.clock()))) {
            return new CloseOutcome.DayNotOver(day);
        }
        return turn.run(() -> {
            retryParked();
            openUpTo(day).forEach(this::closeOne);
            reading.afterwards().forEach(AfterClose::closed);
            return answer(day);
        });
    }

    private void retryParked() {
        var parked = transactions.reading(connection -> reading.parked().all(connection));
        parked.forEach(one -> providerDay.close(one.providerId(), one.date()));
        parked.stream().map(Parked::date).distinct().forEach(this::foot);
    }

    /// Days that nothing was booked on have no row yet; they get one.
    private List<BusinessDay> openUpTo(BusinessDay last) {
        return transactions.reading(connection -> {
            var first = days.first(connection);
            if (first.isEmpty()) {
                return List.of();
            }
            var closed =
                    days.between(connection, first.get(), last).stream()
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
        var before = transactions.inOne(connection -> days.startClosing(connection, day));
        if (before == DayState.CLOSED) {
            return;
        }
        transactions
                .reading(connection -> reading.entries().providers(connection, day))
                .forEach(provider -> providerDay.close(provider, day));
        foot(day);
    }

    /// Keeps what the day's statements come to.
    private void foot(BusinessDay day) {
        var _ =
                transactions.inOne(connection -> {
                    days.close(connection, footed(connection, day), reading.clock().instant());
                    return day;
                });
    }

    private Standing footed(Connection connection, BusinessDay day) throws SQLException {
        return new Standing(
                day,
                DayState.CLOSED,
                reading.entries().meals(connection, day),
                reading.statements().count(connection, day),
                Optional.of(reading.statements().dayHash(connection, day)));
    }

    private CloseOutcome answer(BusinessDay day) {
        return transactions.reading(connection -> {
            var parked = reading.parked().of(connection, day);
            Function<Standing, CloseOutcome> closed =
                    standing ->
                            new CloseOutcome.Closed(
                                    day,
                                    standing.orders(),
                                    standing.statements(),
                                    parked,
                                    standing.contentHash().orElseThrow());
            var standing = days.between(connection, day, day).stream().findFirst();
            return closed.apply(standing.isPresent() ? standing.get() : footed(connection, day));
        });
    }
}

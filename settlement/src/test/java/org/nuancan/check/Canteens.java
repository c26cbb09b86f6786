package org.nuancan.check;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.close.Books;
import org.nuancan.db.Ids;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Slot;

/// Meals for the checks. A meal is ordinary by default: at site 10 of provider 1, by card, one
/// every two minutes from 11:00 on, each a booked lunch.
final class Canteens implements AutoCloseable {

    static final LocalDate DAY = Books.DAY.date();
    static final long ELDER = 500;

    private final Books books = Books.fresh();
    private final List<EatenMeal> meals = new ArrayList<>();

    Books books() {
        return books;
    }

    Meal meal() {
        return new Meal(meals.size());
    }

    /// A meal that is not written yet; set what matters, then call [#eaten].
    final class Meal {

        private LocalDate service = DAY;
        private LocalDate booking = DAY;
        private Instant at;
        private Instant recorded;
        private long site = 10;
        private String terminal = "t1";
        private Optional<Long> elder;
        private Entered entered = Entered.CARD;
        private EatenMeal.Room room = new EatenMeal.Room(0, 0, 39_990_000, 116_470_000);
        private boolean listed = true;
        private long bill = 1800;
        private long excess;

        private Meal(int number) {
            at = noon(DAY).plusSeconds(120L * number);
            recorded = at;
            elder = Optional.of(ELDER + number);
        }

        Meal on(LocalDate day) {
            service = day;
            booking = day;
            return at(noon(day));
        }

        Meal at(Instant instant) {
            at = instant;
            recorded = instant;
            return this;
        }

        Meal recorded(Instant instant) {
            recorded = instant;
            return this;
        }

        Meal site(long siteId) {
            site = siteId;
            return this;
        }

        Meal elder(long elderId) {
            elder = Optional.of(elderId);
            return this;
        }

        Meal entered(Entered how) {
            entered = how;
            return this;
        }

        Meal room(int seats, int capacity) {
            room = new EatenMeal.Room(seats, capacity, 39_990_000, 116_470_000);
            return this;
        }

        Meal place(int latitudeMicro, int longitudeMicro) {
            room = new EatenMeal.Room(0, 0, latitudeMicro, longitudeMicro);
            return this;
        }

        Meal unlisted() {
            listed = false;
            return this;
        }

        Meal bill(long fen) {
            bill = fen;
            return this;
        }

        Meal excess(long fen) {
            excess = fen;
            return this;
        }

        /// Writes the meal without a line in the books, for patterns.
        long eaten() {
            return written(books.bean(Ids.class).next());
        }

        /// Writes the meal with a lunch in the books.
        long booked() {
            return written(books.lunch(1));
        }

        private long written(long orderId) {
            var eaten =
                    new EatenMeal(
                            orderId,
                            new EatenMeal.When(booking, service, Slot.LUNCH, at, recorded),
                            new EatenMeal.Where("110105", "110105012", 1, site, true, room, listed),
                            new EatenMeal.Who(
                                    terminal,
                                    elder,
                                    entered == Entered.CARD
                                            ? elder.map("%064x"::formatted)
                                            : Optional.empty(),
                                    entered,
                                    excess > 0),
                            Fen.of(bill),
                            Fen.of(500),
                            Fen.of(excess));
            meals.add(eaten);
            var _ =
                    books.in(connection -> {
                        books.bean(Facts.class).eaten(connection, List.of(eaten));
                        return orderId;
                    });
            return orderId;
        }
    }

    static Instant noon(LocalDate day) {
        return day.atTime(3, 0).toInstant(ZoneOffset.UTC);
    }

    Facts facts() {
        return books.bean(Facts.class);
    }

    /// Records a death now, possibly of an earlier day.
    void died(long elder, LocalDate on) {
        var _ =
                books.in(connection -> {
                    facts().died(connection, elder, on);
                    return on;
                });
    }

    /// The findings of the check with this code among the meals of the day.
    List<String> found(CheckCode code) {
        var check =
                books.beans(Check.class).stream()
                        .filter(finding -> finding.code() == code)
                        .findFirst()
                        .orElseThrow();
        return books.in(connection ->
                check
                        .find(
                                connection,
                                Scope.ofDay(
                                        DAY, "110105", Parameters.of(connection, "110105", DAY)))
                        .stream()
                        .map(Finding::subject)
                        .toList());
    }

    /// Closes the day, which runs all checks.
    void closed() {
        books.noonOf(Books.DAY.next());
        var _ = books.close(Books.DAY);
    }

    List<String> anomalies() {
        return books.in(_ ->
                books
                        .bean(Anomalies.class)
                        .list(
                                new Anomalies.Filter(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                Long.MAX_VALUE,
                                500)
                        .stream()
                        .map(finding ->
                                "%s %s %s"
                                        .formatted(
                                                finding.code(),
                                                finding.severity(),
                                                finding.held() ? "held" : "free"))
                        .sorted()
                        .toList());
    }

    long held() {
        return books.number("select coalesce(sum(held_fen), 0) as answer from statement");
    }

    void run(String sql) {
        try {
            books.run(sql);
        } catch (SQLException exception) {
            throw new AssertionError(exception);
        }
    }

    @Override
    public void close() {
        books.close();
    }
}

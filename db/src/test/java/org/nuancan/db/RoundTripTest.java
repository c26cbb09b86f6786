package org.nuancan.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.engine.TestDatabase;

/// The results are the same whether the driver sends the statements as one text or one by one.
@ParameterizedClass
@ValueSource(strings = {"true", "false"})
class RoundTripTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final String together;
    private Connection connection;

    RoundTripTest(String together) {
        this.together = together;
    }

    @BeforeEach
    void begin() throws SQLException {
        connection =
                new TestDatabase(
                                DATABASE.jdbcUrl() + "&allowMultiQueries=" + together,
                                DATABASE.user(),
                                DATABASE.password())
                        .dataSource()
                        .getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private static Batch days(String... days) {
        var batch = Batch.into("business_day", "day", "state");
        for (var day : days) {
            batch.row(day, "OPEN");
        }
        return batch;
    }

    private Sql states() {
        return Sql.on(connection, "select state from business_day order by day");
    }

    @Test
    void each_query_is_answered_as_of_its_place_among_the_others() throws SQLException {
        var trip = RoundTrip.on(connection);
        var before = trip.ask(states(), row -> row.text("state"));
        days("2001-01-01", "2001-01-02").write(trip);
        var between = trip.ask(states(), row -> row.text("state"));
        trip.run(
                Sql.on(connection, "update business_day set state = ? where day = ?")
                        .with("CLOSING", "2001-01-02"));
        var after = trip.ask(states(), row -> row.text("state"));

        trip.go();

        assertThat(before.get()).isEmpty();
        assertThat(between.get()).containsExactly("OPEN", "OPEN");
        assertThat(after.get()).containsExactly("OPEN", "CLOSING");
    }

    @Test
    void a_value_stays_a_value_whatever_it_looks_like() throws SQLException {
        var nasty = "'; delete from business_day; -- ? \\'";
        var trip = RoundTrip.on(connection);
        days("2001-01-01").write(trip);
        var answer =
                trip.ask(
                        Sql.on(connection, "select ? as first_text, ? as again").with(nasty, "?;?"),
                        row -> List.of(row.text("first_text"), row.text("again")));
        var left = trip.ask(states(), row -> row.text("state"));

        trip.go();

        assertThat(answer.get()).containsExactly(List.of(nasty, "?;?"));
        assertThat(left.get()).hasSize(1);
    }

    @Test
    void what_stands_after_a_statement_that_fails_is_not_made() throws SQLException {
        var trip = RoundTrip.on(connection);
        days("2001-01-01").write(trip);
        days("2001-01-01").write(trip);
        days("2001-01-03").write(trip);

        assertThatThrownBy(trip::go)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(1062));

        assertThat(states().list(row -> row.text("state"))).hasSize(1);
    }

    @Test
    void many_rows_become_as_many_statements_as_they_need() throws SQLException {
        var batch = Batch.into("business_day", "day", "state");
        for (var day = 0; day < 1_201; day++) {
            batch.row(LocalDate.of(2001, 1, 1).plusDays(day), "OPEN");
        }

        RoundTrip.make(connection, batch::write);

        assertThat(states().list(row -> row.text("state"))).hasSize(1_201);
    }

    @Test
    void a_trip_with_nothing_in_it_is_none_and_one_that_was_made_is_not_made_again()
            throws SQLException {
        var trip = RoundTrip.on(connection);
        trip.go();
        days("2001-01-01").write(trip);
        trip.go();

        trip.go();

        assertThat(states().list(row -> row.text("state"))).hasSize(1);
    }

    @Test
    void nothing_is_known_before_the_trip() {
        var later = RoundTrip.on(connection).ask(states(), row -> row.text("state"));

        assertThatThrownBy(later::get).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_change_is_no_query() {
        var trip = RoundTrip.on(connection);
        var _ = trip.ask(Sql.on(connection, "delete from business_day"), row -> row.text("state"));

        assertThatThrownBy(trip::go).isInstanceOf(IllegalStateException.class);
    }
}

package org.nuancan.close.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.close.Books.DAY;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuancan.db.DatabaseFailure;

class TroubleTest {

    private static RuntimeException of(SQLException cause) {
        return DatabaseFailure.from(cause).orElseThrow();
    }

    static List<RuntimeException> everybodys() {
        return List.of(
                of(new SQLException("Connection is closed")),
                of(new SQLException("HikariDataSource (HikariPool-1) has been closed.")),
                of(new SQLNonTransientConnectionException("Communications link failure", "08S01")),
                of(new SQLTransientConnectionException("request timed out")),
                of(new SQLException("No operations allowed", "08003")),
                of(new SQLException("Deadlock found", "40001", 1213)),
                of(new SQLException("Lock wait timeout exceeded", "40001", 1205)),
                new IllegalStateException("wrapped", new SQLException("Connection is closed")));
    }

    @ParameterizedTest
    @MethodSource("everybodys")
    void a_failure_that_affects_all_providers_parks_none(RuntimeException failure) {
        assertThat(Trouble.isEverybodys(failure)).isTrue();
    }

    static Stream<Arguments> own() {
        return Stream.of(
                Arguments.of(new ArithmeticException("long overflow"), Parked.Cause.SUM_TOO_LARGE),
                Arguments.of(
                        new IllegalStateException("postings without their journal: 7"),
                        Parked.Cause.BOOKS_UNREADABLE),
                Arguments.of(
                        new IllegalArgumentException(
                                "No enum constant org.nuancan.ledger.JournalKind.MEALS"),
                        Parked.Cause.BOOKS_UNREADABLE),
                Arguments.of(new NullPointerException("this.x is null"), Parked.Cause.DEFECT),
                Arguments.of(new ClassCastException("java.lang.String"), Parked.Cause.DEFECT),
                Arguments.of(
                        of(
                                new SQLException(
                                        "Duplicate entry '慈善' for key 'PRIMARY'", "23000", 1062)),
                        Parked.Cause.REFUSED),
                Arguments.of(
                        of(new SQLException("Check constraint 'x' is violated.", "HY000", 3819)),
                        Parked.Cause.REFUSED),
                Arguments.of(
                        of(new SQLException("Data too long for column 'payer'", "22001", 1406)),
                        Parked.Cause.REFUSED),
                Arguments.of(
                        of(new SQLException("foreign key constraint fails", "23000", 1452)),
                        Parked.Cause.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("own")
    void a_failure_of_one_provider_parks_it_with_the_cause_in_words(
            RuntimeException failure, Parked.Cause cause) {
        assertThat(Trouble.isEverybodys(failure)).isFalse();
        var parked = Trouble.parked(5, DAY, failure);
        assertThat(parked.cause()).isEqualTo(cause);
        assertThat(parked.detail())
                .endsWith(".")
                .doesNotContain(
                        "org.", "java.", "Exception", "null", "select", "慈善", "column", "key")
                .doesNotContain(String.valueOf(failure.getMessage()));
    }

    @Test
    void a_waiting_provider_names_the_earlier_day() {
        assertThat(Trouble.waits(5, DAY.next(), DAY).detail()).isEqualTo("waits for 2026-11-18");
    }
}

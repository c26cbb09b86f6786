package org.nuancan.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.close.Books.DAY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nuancan.engine.TestDatabase;

/// The close as a separate process, killed (-9) at random instants and run again.
class KilledCloseTest {

    private static final int PROVIDERS = 60;
    private static final int MEALS = 20;

    @Test
    void a_close_killed_three_times_ends_in_the_same_hashes() throws Exception {
        endsInTheSameHashes(3);
    }

    @Test
    @Tag("prove")
    void a_close_killed_twenty_times_ends_in_the_same_hashes() throws Exception {
        endsInTheSameHashes(20);
    }

    private static void endsInTheSameHashes(int times) throws Exception {
        var random = new Random(2026_11_18);
        for (var time = 0; time < times; time++) {
            try (var killed = sold();
                    var undisturbed = Books.fresh()) {
                copy(killed, undisturbed);
                undisturbed.noonOf(DAY.next());
                var expected = undisturbed.close(DAY);

                var atStatements = random.nextInt(PROVIDERS);
                killWhenMade(killed, atStatements);
                var made = killed.number("select count(*) as answer from statement");
                killed.noonOf(DAY.next());
                var resumed = killed.close(DAY);

                assertThat(made).isBetween((long) atStatements, (long) PROVIDERS);
                assertThat(resumed).isEqualTo(expected);
                assertThat(killed.hashes()).isEqualTo(undisturbed.hashes());
                assertThat(killed.balances()).isEqualTo(undisturbed.balances());
                assertThat(
                                killed.number(
                                        "select count(*) as answer from journal where kind = 'CLOSE'"))
                        .isEqualTo(PROVIDERS);
            }
        }
    }

    private static Books sold() {
        var books = Books.fresh();
        books.lunches(PROVIDERS, MEALS);
        return books;
    }

    /// The same journals with the same ids.
    private static void copy(Books from, Books to) throws SQLException {
        for (var table : List.of("business_day", "journal", "posting")) {
            to.run("insert into %s select * from %s.%s".formatted(table, schema(from), table));
        }
    }

    private static String schema(Books books) {
        return books.database().jdbcUrl().replaceFirst(".*//[^/]+/([^?]+).*", "$1");
    }

    /// Waits until some statements exist, so that the kill hits the close and not the start of a
    /// JVM.
    private static void killWhenMade(Books books, int statements) throws InterruptedException {
        var close = start(books.database());
        while (close.isAlive()
                && books.number("select count(*) as answer from statement") < statements) {
            LockSupport.parkNanos(5_000_000);
        }
        close.destroyForcibly();
        assertThat(close.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Process start(TestDatabase database) {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var builder =
                new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.nuancan.close.command.CloseCommand",
                        "close",
                        "--date",
                        DAY.toString());
        builder.environment().put("NUANCAN_DB_URL", database.jdbcUrl());
        builder.environment().put("NUANCAN_DB_USER", database.user());
        builder.environment().put("NUANCAN_DB_PASSWORD", database.password());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT);
        try {
            return builder.start();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}

package org.nuancan.bench;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.check.EatenMeal;
import org.nuancan.check.Entered;
import org.nuancan.check.Facts;
import org.nuancan.check.PlatformChecks;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Migrate;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Slot;

/// Measures how long the platform's checks take over a whole city's day, with two weeks before it
/// in which they search for patterns.
///
/// @param jdbc a MySQL or MariaDB server, ending with a slash; user root without a password
/// @param orders number of orders of the day
/// @param sites number of sites that share the orders, in sixteen districts
/// @param day a past day
record ChecksMeasurement(String jdbc, int orders, int sites, BusinessDay day) {

    private static final String OPTIONS =
            "?rewriteBatchedStatements=true&connectionTimeZone=UTC"
                    + "&forceConnectionTimeZoneToSession=true&useLocalSessionState=true"
                    + "&cachePrepStmts=true&cacheServerConfiguration=true";
    private static final int DAYS_BEFORE = 13;
    private static final int IN_ONE_TRANSACTION = 2000;
    private static final int DISTRICTS = 16;

    /// Measures, prints a line, and writes the raw figures to `bench/results`.
    void run(PrintStream out) throws IOException, SQLException {
        var schema = "nuancan_bench_checks_" + ProcessHandle.current().pid();
        execute("create database " + schema + " character set utf8mb4");
        try {
            var url = jdbc + schema + OPTIONS;
            var _ = Migrate.migrate(url, "root", "");
            var properties =
                    Map.<String, Object>of(
                            "datasources.default.url",
                            url,
                            "datasources.default.username",
                            "root",
                            "datasources.default.password",
                            "",
                            "nuancan.close.nightly",
                            false);
            try (var context = ApplicationContext.run(properties, "test")) {
                seed(url, context.getBean(Facts.class));
                measure(out, url, context.getBean(PlatformChecks.class));
            }
        } finally {
            execute("drop database " + schema);
        }
    }

    private void seed(String url, Facts facts) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "root", "")) {
            connection.setAutoCommit(false);
            for (var back = DAYS_BEFORE; back >= 0; back--) {
                for (var from = 0; from < orders; from += IN_ONE_TRANSACTION) {
                    facts.eaten(
                            connection,
                            meals(back, from, Math.min(orders, from + IN_ONE_TRANSACTION)));
                    connection.commit();
                }
            }
            registers(connection, facts);
            statements(connection);
            connection.commit();
        }
    }

    /// The records that the checks join with meals: portions cooked, issued cards, stays in
    /// institutions, and deaths. Some of them make the checks find something.
    private void registers(Connection connection, Facts facts) throws SQLException {
        for (var site = 0; site < sites; site++) {
            var cooked = orders / sites + (site % 50 == 0 ? -1 : 2);
            facts.cooked(connection, 1L + site, 1L + site, day.date(), Slot.LUNCH, cooked);
            for (var elder = 0; elder < eldersOfSite(); elder++) {
                var id = site * 1000L + elder;
                facts.cardIssued(connection, id, id, day.begins().minus(Duration.ofDays(elder)));
            }
            if (site % 10 == 0) {
                var from = day.date().minusDays(2);
                facts.stays(connection, site * 1000L + 1, from, Optional.of(day.date()));
            }
            if (site % 50 == 0) {
                facts.died(connection, site * 1000L + 2, day.date().minusDays(1));
            }
        }
    }

    private int eldersOfSite() {
        return orders / sites * 5 / 4 + 1;
    }

    private List<EatenMeal> meals(int back, int from, int to) {
        var meals = new ArrayList<EatenMeal>();
        for (var order = from; order < to; order++) {
            meals.add(meal(back, order));
        }
        return meals;
    }

    /// Elders eat at their own site and skip some days; each lunch hour is 90 minutes long.
    private EatenMeal meal(int back, int order) {
        var date = day.date().minusDays(back);
        var site = order % sites;
        var place = order / sites;
        var elder = (long) site * 1000 + (place * 7L + back * 3L) % eldersOfSite();
        var at =
                date.atTime(3, 0)
                        .toInstant(ZoneOffset.UTC)
                        .plusSeconds(5400L * place * sites / orders + elder % 60);
        var district = "1101%02d".formatted(1 + site % DISTRICTS);
        return new EatenMeal(
                (long) back * orders + order + 1,
                new EatenMeal.When(date, date, Slot.LUNCH, at, at),
                new EatenMeal.Where(
                        district,
                        district + "001",
                        1L + site,
                        1L + site,
                        true,
                        new EatenMeal.Room(
                                60, 400, 39_900_000 + site * 10, 116_400_000 + site * 10),
                        true),
                new EatenMeal.Who(
                        "till-" + site,
                        Optional.of(elder),
                        Optional.of("%064x".formatted(elder)),
                        Entered.CARD,
                        false),
                Fen.of(1800 + order % 700),
                Fen.of(500),
                Fen.ZERO);
    }

    private void statements(Connection connection) throws SQLException {
        try (var insert = connection.createStatement()) {
            var _ =
                    insert.executeUpdate(
                            """
                            insert into statement (
                                statement_id, provider_id, statement_date, district_code, state,
                                orders, refunds, line_count, gross_fen, collected_fen,
                                platform_collected_fen, discount_fen, diner_grant_fen,
                                elsewhere_fen, incentive_fen, adjustment_fen, payable_fen,
                                carried_fen, held_fen, content_hash, closed_at)
                            select provider_id, provider_id, '%s', max(district_code),
                                   'CALCULATED', count(*), 0, count(*), 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                   0, 0, repeat('0', 64), utc_timestamp(6)
                              from meal_fact
                             where booking_date = '%s'
                             group by provider_id
                            """
                                    .formatted(day, day));
        }
    }

    private void measure(PrintStream out, String url, PlatformChecks checks)
            throws IOException, SQLException {
        var started = System.nanoTime();
        checks.run();
        var took = Duration.ofNanos(System.nanoTime() - started);
        var found = number(url, "select count(*) from anomaly");
        var checked = number(url, "select count(*) from statement where state = 'CHECKED'");
        out.printf(
                "%,d meals of %,d sites checked in %,d ms: %,d statements, %,d findings%n",
                orders, sites, took.toMillis(), checked, found);
        var results = Path.of("bench", "results");
        Files.createDirectories(results);
        Files.writeString(
                results.resolve("checks-" + orders + ".json"),
                """
                {"orders": %d, "sites": %d, "days_before": %d, "took_ms": %d, "found": %d}
                """
                        .formatted(orders, sites, DAYS_BEFORE, took.toMillis(), found));
    }

    private static long number(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbc, "root", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

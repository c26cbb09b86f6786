package org.nuancan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuancan.day.BusinessDay;
import org.nuancan.demo.DemoDistrict;
import org.nuancan.engine.TestDatabase;
import org.nuancan.text.IdNumberDigits;
import org.slf4j.LoggerFactory;

/// Random requests for every operation and role against the demo district: no request causes a
/// fault, the books stay balanced, and no answer contains an ID number.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpFuzzTest {

    private static final long SEED = 20_261_130L;

    private final List<String> leaks = new CopyOnWriteArrayList<>();
    private final TestDatabase database = TestDatabase.fresh();
    private ApplicationContext context = ApplicationContext.builder().build();

    @BeforeAll
    void start() {
        var settings = new HashMap<String, Object>(database.properties());
        settings.put("micronaut.server.port", -1);
        settings.put("endpoints.all.port", -1);
        settings.put("nuancan.photos.folder", "target/photos");
        context =
                ApplicationContext.builder()
                        .environments("embedded")
                        .properties(settings)
                        .exclude("org.nuancan.console")
                        .start();
        var _ = context.getBean(EmbeddedServer.class).start();
        var _ = context.getBean(DemoDistrict.class).load();
        watchLogs();
    }

    @AfterAll
    void end() {
        context.close();
    }

    @Test
    void two_thousand_random_requests_break_nothing() throws Exception {
        var report = run(2_000, SEED);

        assertThat(report.successes()).as("%s", report).isGreaterThan(100);
    }

    @Test
    @Tag("prove")
    void fifty_thousand_random_requests_break_nothing_and_none_waits() throws Exception {
        var report = run(50_000, SEED + 1);

        assertThat(report.slowestMillis()).as("%s", report).isLessThan(2_000);
    }

    private FuzzReport run(int requests, long seed) throws Exception {
        var run = new FuzzRun(context.getBean(EmbeddedServer.class).getURI(), seed);

        var report = run.send(requests, BusinessDay.today(context.getBean(Clock.class)).date());

        System.out.println("fuzz: %d requests, %s".formatted(requests, report));
        assertThat(report.faults()).isEmpty();
        assertThat(balance(run)).isZero();
        assertThat(leaks).as("ID numbers in the log").isEmpty();
        try (var connection = database.dataSource().getConnection()) {
            assertThat(columnsWithIdNumbers(connection)).isEmpty();
        }
        return report;
    }

    private static long balance(FuzzRun run) throws IOException, InterruptedException {
        var sum = 0L;
        for (var item : run.asCity("/v1/finance/trial-balance?asOf=2099-01-01").path("items")) {
            sum = Math.addExact(sum, item.path("balanceFen").longValue());
        }
        return sum;
    }

    private void watchLogs() {
        var appender =
                new AppenderBase<ILoggingEvent>() {
                    @Override
                    protected void append(ILoggingEvent event) {
                        var thrown = event.getThrowableProxy();
                        var text =
                                event.getFormattedMessage()
                                        + event.getMDCPropertyMap()
                                        + (thrown == null
                                                ? ""
                                                : ThrowableProxyUtil.asString(thrown));
                        if (IdNumberDigits.areIn(text)) {
                            leaks.add(text);
                        }
                    }
                };
        appender.start();
        var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        appender.setContext(log.getLoggerContext());
        log.addAppender(appender);
        var own = (Logger) LoggerFactory.getLogger("org.nuancan");
        own.setLevel(Level.INFO);
        own.setAdditive(false);
        own.addAppender(appender);
    }

    /// Text columns with an ID number in a row, as `table.column`.
    private static List<String> columnsWithIdNumbers(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var columns =
                connection.getMetaData().getColumns(connection.getCatalog(), null, "%", "%")) {
            while (columns.next()) {
                var type = columns.getString("TYPE_NAME");
                if (type.contains("CHAR") || type.contains("TEXT")) {
                    var table = columns.getString("TABLE_NAME");
                    var column = columns.getString("COLUMN_NAME");
                    if (hasIdNumber(connection, table, column)) {
                        found.add(table + "." + column);
                    }
                }
            }
        }
        return found;
    }

    private static boolean hasIdNumber(Connection connection, String table, String column)
            throws SQLException {
        var sql =
                "select `%1$s` from `%2$s` where `%1$s` regexp '[0-9]{6}[ -]?[0-9]{8}[ -]?[0-9]{3}'"
                        .formatted(column, table);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                if (IdNumberDigits.areIn(rows.getString(1))) {
                    return true;
                }
            }
            return false;
        }
    }
}

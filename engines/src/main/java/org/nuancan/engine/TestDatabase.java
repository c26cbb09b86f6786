package org.nuancan.engine;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// A migrated, otherwise empty schema for a test class, on a server that all tests of the JVM
/// share. The server is the first of these that is available:
///
/// - the one that `NUANCAN_TEST_JDBC_URL` names, with the user `NUANCAN_TEST_JDBC_USER` (default
///   `root`) and the password `NUANCAN_TEST_JDBC_PASSWORD` (default none);
/// - MySQL in a container, if a Docker engine answers and has the image;
/// - an embedded MariaDB.
///
/// @param jdbcUrl the URL of this schema, with the options that production uses
/// @param user with all privileges
/// @param password its password
public record TestDatabase(String jdbcUrl, String user, String password) {

    private static final int POOL = 24;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final class Migrated {
        static final SchemaTemplate TEMPLATE = template();
    }

    /// A separate schema, copied from a migrated one; it is dropped when the JVM ends.
    public static TestDatabase fresh() {
        var template = Migrated.TEMPLATE;
        var server = TestServer.get();
        var schema = name();
        server.create(schema);
        try (var connection = server.connect(schema)) {
            template.copyTo(connection);
        } catch (SQLException exception) {
            throw new IllegalStateException("the schema could not be copied", exception);
        }
        return new TestDatabase(server.url(schema), server.user(), server.password());
    }

    /// A separate schema that is migrated step by step.
    public static TestDatabase migrated() {
        return migrated("latest");
    }

    /// A separate schema that is migrated step by step up to an earlier version.
    ///
    /// @param version of the last migration
    public static TestDatabase migrated(String version) {
        var server = TestServer.get();
        var schema = name();
        server.create(schema);
        var url = server.url(schema);
        var _ =
                Flyway.configure()
                        .dataSource(url, server.user(), server.password())
                        .locations("classpath:db/migration")
                        .target(version)
                        .load()
                        .migrate();
        return new TestDatabase(url, server.user(), server.password());
    }

    private static SchemaTemplate template() {
        var migrated = migrated();
        try (var connection = migrated.dataSource().getConnection()) {
            return SchemaTemplate.read(connection, connection.getCatalog());
        } catch (SQLException exception) {
            throw new IllegalStateException("the schema could not be read", exception);
        }
    }

    private static String name() {
        return "nuancan_test_%d_%d"
                .formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
    }

    /// A data source without a pool.
    public DataSource dataSource() {
        var source = new MysqlDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /// The settings of a Micronaut application for this schema and for [TestRedis].
    public Map<String, String> properties() {
        return Map.ofEntries(
                Map.entry("datasources.default.url", jdbcUrl),
                Map.entry("datasources.default.username", user),
                Map.entry("datasources.default.password", password),
                Map.entry("datasources.default.driver-class-name", "com.mysql.cj.jdbc.Driver"),
                Map.entry("datasources.default.dialect", "MYSQL"),
                Map.entry("datasources.default.db-type", "mysql"),
                Map.entry("datasources.default.transaction-isolation", ISOLATION),
                Map.entry("datasources.default.maximum-pool-size", String.valueOf(POOL)),
                Map.entry("datasources.default.minimum-idle", "1"),
                Map.entry("flyway.datasources.default.enabled", "false"),
                // A machine that runs many tests at once is slower than one in production.
                Map.entry("nuancan.request.deadline", "30s"),
                Map.entry("nuancan.database.statement-timeout", "20s"),
                Map.entry("nuancan.database.pool-timeout", "5s"),
                Map.entry("nuancan.database.probe-timeout", "10s"),
                Map.entry("redis.uri", TestRedis.uri()));
    }

    private static final String ISOLATION = "TRANSACTION_READ_COMMITTED";
}

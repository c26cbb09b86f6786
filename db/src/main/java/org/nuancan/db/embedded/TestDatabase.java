package org.nuancan.db.embedded;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.nuancan.db.Migrate;

/// A migrated, otherwise empty schema for a test class, on a server that all tests of the JVM
/// share: the one that `NUANCAN_TEST_JDBC_URL` names (as `NUANCAN_TEST_JDBC_USER`, default `root`,
/// with `NUANCAN_TEST_JDBC_PASSWORD`, default none), else an embedded MariaDB.
///
/// @param jdbcUrl the URL of this schema, with the options that production uses
/// @param user who may do everything
/// @param password its password
public record TestDatabase(String jdbcUrl, String user, String password) {

    private static final int POOL = 24;
    private static final AtomicInteger COUNT = new AtomicInteger();

    /// @param stays after the JVM
    private record Server(String address, String user, String password, boolean stays) {

        /// The server's address ends with the slash before the schema.
        private String url(String schema) {
            return address
                    + schema
                    + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&"
                    + EmbeddedMariaDb.OPTIONS;
        }

        private Connection connect() throws SQLException {
            return DriverManager.getConnection(url(""), user, password);
        }
    }

    private static final class Running {
        static final Server SERVER = named().orElseGet(Running::embedded);

        private static Optional<Server> named() {
            return Optional.ofNullable(System.getenv("NUANCAN_TEST_JDBC_URL"))
                    .filter(url -> !url.isBlank())
                    .map(url ->
                            new Server(
                                    url.replaceFirst("(//[^/]+)/?.*", "$1/"),
                                    setting("NUANCAN_TEST_JDBC_USER", "root"),
                                    setting("NUANCAN_TEST_JDBC_PASSWORD", ""),
                                    true));
        }

        private static Server embedded() {
            var engine = EmbeddedMariaDb.startForTests(TestFolder.path().resolve("mariadb"));
            TestFolder.endWithTheJvm(engine);
            return new Server(
                    "jdbc:mysql://127.0.0.1:%d/".formatted(engine.port()),
                    EmbeddedMariaDb.USER,
                    engine.password(),
                    false);
        }

        private static String setting(String name, String otherwise) {
            return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
        }
    }

    /// A schema of its own, migrated; it goes when the JVM ends, an embedded server's with its
    /// files.
    public static TestDatabase fresh() {
        var server = Running.SERVER;
        var schema =
                "nuancan_test_%d_%d"
                        .formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        execute(server, "create database " + schema + " character set utf8mb4");
        if (server.stays()) {
            TestFolder.endWithTheJvm(() -> execute(server, "drop database " + schema));
        }
        var url = server.url(schema);
        var _ = Migrate.migrate(url, server.user(), server.password());
        return new TestDatabase(url, server.user(), server.password());
    }

    /// Connections without a pool.
    public DataSource dataSource() {
        var source = new MysqlDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /// The settings of a Micronaut application on this schema and on [TestRedis].
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

    private static void execute(Server server, String sql) {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        } catch (SQLException exception) {
            throw new IllegalStateException(sql, exception);
        }
    }
}

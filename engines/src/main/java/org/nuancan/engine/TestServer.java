package org.nuancan.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/// The database server that all tests of this JVM share.
///
/// @param address a JDBC URL that ends with the slash before the schema
/// @param outlivesJvm whether the server runs on after the JVM, so that schemas must be dropped
record TestServer(String address, String user, String password, boolean outlivesJvm) {

    private static final class Running {
        static final TestServer SERVER = named().orElseGet(TestServer::start);
    }

    /// The server, started by the first caller.
    static TestServer get() {
        return Running.SERVER;
    }

    /// The server that `NUANCAN_TEST_JDBC_URL` names.
    private static Optional<TestServer> named() {
        return TestEngines.setting("NUANCAN_TEST_JDBC_URL")
                .map(url ->
                        new TestServer(
                                url.replaceFirst("(//[^/]+)/?.*", "$1/"),
                                TestEngines.setting("NUANCAN_TEST_JDBC_USER").orElse("root"),
                                TestEngines.setting("NUANCAN_TEST_JDBC_PASSWORD").orElse(""),
                                true));
    }

    private static TestServer start() {
        return switch (TestEngines.chosen()) {
            case CONTAINERS -> container();
            case EMBEDDED -> embedded();
        };
    }

    private static TestServer container() {
        var password = Engines.password();
        var server = Containers.mysql(password);
        TestFolder.endWithTheJvm(server);
        return new TestServer(
                "jdbc:mysql://%s:%d/".formatted(server.getHost(), server.getMappedPort(3306)),
                "root",
                password,
                false);
    }

    private static TestServer embedded() {
        var engine = EmbeddedMariaDb.startForTests(TestFolder.path().resolve("mariadb"));
        TestFolder.endWithTheJvm(engine);
        return new TestServer(
                "jdbc:mysql://127.0.0.1:%d/".formatted(engine.port()),
                EmbeddedMariaDb.USER,
                engine.password(),
                false);
    }

    /// The URL of a schema with the options that production uses.
    String url(String schema) {
        return address
                + schema
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&"
                + EmbeddedMariaDb.OPTIONS;
    }

    /// A connection whose current schema is the named one; no schema if the name is empty.
    Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(url(schema), user, password);
    }

    /// Creates an empty schema, which is dropped when the JVM ends if the server runs on.
    void create(String schema) {
        execute("create database " + schema + " character set utf8mb4");
        if (outlivesJvm) {
            TestFolder.endWithTheJvm(() -> execute("drop database " + schema));
        }
    }

    private void execute(String sql) {
        try (var connection = connect("");
                var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        } catch (SQLException exception) {
            throw new IllegalStateException(sql, exception);
        }
    }
}

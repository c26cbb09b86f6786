package org.nuancan.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.JdbcConnection;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.engine.EmbeddedMariaDb;
import org.nuancan.engine.Ports;
import org.nuancan.engine.TestDatabase;

/// Two servers that do not replicate, of which one can be made read-only, and a port without a
/// server.
class WritableSourceTest {

    private static final TestDatabase SHARED = TestDatabase.fresh();
    private static final String ACCOUNT = "nuancan_failover";
    private static final String PASSWORD = "one-for-both";

    @TempDir private static Path folder;

    private static EmbeddedMariaDb first;
    private static int nowhere;

    private final KnownServer known = new KnownServer();

    @BeforeAll
    static void start() throws SQLException {
        first = EmbeddedMariaDb.startForTests(folder.resolve("first"));
        nowhere = Ports.free();
        var account = "create user '%s'@'%%' identified by '%s'".formatted(ACCOUNT, PASSWORD);
        onFirst(account);
        run(SHARED, account);
    }

    @AfterAll
    static void end() throws SQLException {
        first.close();
        run(SHARED, "drop user '%s'@'%%'".formatted(ACCOUNT));
    }

    @BeforeEach
    void allowWrites() throws SQLException {
        onFirst("set global read_only = 0");
    }

    @Test
    void the_first_server_that_accepts_writes_is_used() throws SQLException {
        assertThat(portOf(source(nowhere, first.port(), sharedPort()))).isEqualTo(first.port());
        assertThat(known.address()).contains("127.0.0.1:" + first.port());
    }

    @Test
    void a_server_that_became_read_only_is_left_and_not_used_again_first() throws SQLException {
        var source = source(first.port(), sharedPort());
        assertThat(portOf(source)).isEqualTo(first.port());

        onFirst("set global read_only = 1");
        assertThat(portOf(source)).isEqualTo(sharedPort());
        onFirst("set global read_only = 0");

        assertThat(portOf(source)).isEqualTo(sharedPort());
    }

    @Test
    void without_a_server_that_accepts_writes_the_failure_says_so() throws SQLException {
        onFirst("set global read_only = 1");

        assertThatThrownBy(() -> portOf(source(nowhere, first.port())))
                .isInstanceOf(SQLTransientConnectionException.class)
                .satisfies(failure -> {
                    var refusal = (SQLException) failure;
                    assertThat(Unavailability.isWithoutWrites(refusal)).isTrue();
                    assertThat(DatabaseFailure.from(refusal).orElseThrow().kind())
                            .isEqualTo(DatabaseFailure.Kind.UNAVAILABLE);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:mysql://a,b:3307,c/nuancan?connectionTimeZone=UTC true",
                "jdbc:mysql+srv://_mysql._tcp.example.org/nuancan true",
                "jdbc:mysql://a:3306/nuancan?connectionTimeZone=UTC false",
                "jdbc:mysql:loadbalance://a,b/nuancan false",
                "jdbc:disturbed:mysql://a,b/nuancan false",
            })
    void a_url_of_several_servers_is_recognised(String url, boolean several) {
        assertThat(WritableSource.isNeededFor(url)).isEqualTo(several);
    }

    private WritableSource source(Integer... ports) {
        var servers = List.of(ports).stream().map(port -> "127.0.0.1:" + port).toList();
        return new WritableSource(
                "jdbc:mysql://%s/?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                        .formatted(String.join(",", servers)),
                new Properties(),
                Duration.ofSeconds(20),
                known);
    }

    private static int portOf(WritableSource source) throws SQLException {
        try (var connection = source.getConnection(ACCOUNT, PASSWORD)) {
            var server = connection.unwrap(JdbcConnection.class).getHostPortPair();
            return URI.create("mysql://" + server).getPort();
        }
    }

    private static int sharedPort() {
        return URI.create(SHARED.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    private static void onFirst(String sql) throws SQLException {
        run(new TestDatabase(first.jdbcUrl("any"), EmbeddedMariaDb.USER, first.password()), sql);
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        }
    }
}

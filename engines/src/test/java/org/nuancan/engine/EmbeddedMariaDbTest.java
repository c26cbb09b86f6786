package org.nuancan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

    @TempDir Path folder;

    @Test
    void data_survives_a_restart_and_the_password_changes() throws Exception {
        String first;
        try (var engine = EmbeddedMariaDb.start(folder)) {
            first = engine.password();
            try (var connection = connect(engine);
                    var statement = connection.createStatement()) {
                var _ = statement.execute("create table meal (name varchar(20) primary key)");
                assertThat(statement.executeUpdate("insert into meal values ('包子')")).isEqualTo(1);
            }
        }

        try (var engine = EmbeddedMariaDb.start(folder);
                var connection = connect(engine)) {
            assertThat(text(connection, "select name from meal")).isEqualTo("包子");
            assertThat(engine.password()).isNotEqualTo(first);
        }
    }

    @Test
    void what_a_killed_owner_left_running_is_ended_by_the_next_start() throws Exception {
        var abandoned = EmbeddedMariaDb.start(folder);
        var pid = Long.parseLong(Files.readString(folder.resolve("server.pid")).strip());

        try (var engine = EmbeddedMariaDb.start(folder);
                var connection = connect(engine)) {
            assertThat(text(connection, "select 1")).isEqualTo("1");
            assertThat(engine.port()).isNotEqualTo(abandoned.port());
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void only_loopback_and_only_with_the_password() throws Exception {
        try (var engine = EmbeddedMariaDb.startForTests(folder)) {
            var url = engine.jdbcUrl("nuancan");

            assertThatThrownBy(() -> DriverManager.getConnection(url, EmbeddedMariaDb.USER, ""))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "root", ""))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
            for (var address : otherAddresses()) {
                assertThatThrownBy(() -> new Socket(address, engine.port()).close())
                        .isInstanceOf(IOException.class);
            }
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve("accounts.sql"))))
                    .isEqualTo("rw-------");
        }
    }

    private static Connection connect(EmbeddedMariaDb engine) throws SQLException {
        return DriverManager.getConnection(
                engine.jdbcUrl("nuancan"), EmbeddedMariaDb.USER, engine.password());
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }
}

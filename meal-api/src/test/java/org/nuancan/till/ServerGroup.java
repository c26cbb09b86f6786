package org.nuancan.till;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.nuancan.engine.EmbeddedMariaDb;
import org.nuancan.engine.Ports;
import org.nuancan.engine.SourceFolder;
import org.nuancan.engine.TestDatabase;

/// Three MySQL servers in one replication group on this machine, by `tools/mysql-server cluster`.
/// Closing it deletes them.
final class ServerGroup implements AutoCloseable {

    private static final int SERVERS = 3;
    private static final String OPTIONS =
            "?sslMode=DISABLED&allowPublicKeyRetrieval=true&" + EmbeddedMariaDb.OPTIONS;

    private final int first;
    private final Path home;

    private ServerGroup(int first, Path home) {
        this.first = first;
        this.home = home;
    }

    /// Starts three servers on free ports.
    ///
    /// @return empty if this machine cannot run them
    static Optional<ServerGroup> start() {
        var home = Path.of(Objects.requireNonNullElse(System.getenv("MYSQL_HOME"), DEFAULT_HOME));
        var group = new ServerGroup(threeFreePorts(), home);
        var result = group.run("start");
        if (result.isEmpty()) {
            return Optional.of(group);
        }
        group.close();
        System.err.println("no group of servers: " + result.get());
        return Optional.empty();
    }

    private static final String DEFAULT_HOME = "/var/tmp/nuancan-mysql";

    private static int threeFreePorts() {
        return IntStream.generate(Ports::free)
                .filter(port -> Ports.isFree(port + 1) && Ports.isFree(port + 2))
                .findFirst()
                .orElseThrow();
    }

    /// A schema on the group, by the URL of all servers.
    TestDatabase database(String schema) throws SQLException {
        var _ = ask(primary(), "create database if not exists %s".formatted(schema));
        var servers = ports().mapToObj(port -> "127.0.0.1:" + port).toList();
        return new TestDatabase(
                "jdbc:mysql://" + String.join(",", servers) + "/" + schema + OPTIONS, "root", "");
    }

    /// The ports of the servers.
    IntStream ports() {
        return IntStream.range(first, first + SERVERS);
    }

    /// The port of the server that is the group's primary, as any server that runs says.
    int primary() throws SQLException {
        for (var port : ports().toArray()) {
            if (isRunning(port)) {
                var found =
                        ask(
                                port,
                                """
                                select member_port from performance_schema.replication_group_members
                                where member_role = 'PRIMARY' and member_state = 'ONLINE'
                                """);
                if (found.isPresent()) {
                    return Integer.parseInt(found.get());
                }
            }
        }
        throw new IllegalStateException("no server knows a primary");
    }

    /// Makes another server the primary, as an operator does before maintenance.
    void switchPrimary() throws SQLException {
        var primary = primary();
        var other =
                ask(
                        primary,
                        """
                        select member_id from performance_schema.replication_group_members
                        where member_role = 'SECONDARY' and member_state = 'ONLINE'
                        order by member_port limit 1
                        """);
        var _ =
                ask(
                        primary,
                        "select group_replication_set_as_primary('%s')"
                                .formatted(other.orElseThrow()));
    }

    /// SIGKILL to a server; when this returns its process has ended.
    void kill(int port) throws IOException {
        var server = ProcessHandle.of(pid(port)).orElseThrow();
        var _ = server.destroyForcibly();
        var _ = server.onExit().join();
    }

    /// Starts a killed server again; returns when it is a member of the group.
    void startAgain(int port) {
        run("join", String.valueOf(port - first + 1))
                .ifPresent(failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    private boolean isRunning(int port) {
        try {
            return ProcessHandle.of(pid(port)).filter(ProcessHandle::isAlive).isPresent();
        } catch (IOException _) {
            return false;
        }
    }

    private long pid(int port) throws IOException {
        return Long.parseLong(Files.readString(home.resolve("data-" + port + ".pid")).strip());
    }

    /// The first value of the first row.
    private Optional<String> ask(int port, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:mysql://127.0.0.1:" + port + "/" + OPTIONS, "root", "");
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return Optional.empty();
            }
            try (var rows = statement.getResultSet()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }

    @Override
    public void close() {
        var _ = run("wipe");
    }

    /// @return the output of the command if it failed
    private Optional<String> run(String command, String... more) {
        var line = new ArrayList<>(List.of(tool(), "cluster", command, String.valueOf(first)));
        line.addAll(List.of(more));
        try {
            var builder = new ProcessBuilder(line).redirectErrorStream(true);
            builder.environment().put("MYSQL_BUFFER_POOL", "256M");
            // Into a file: the servers would keep a pipe open.
            var output = Files.createTempFile("mysql-server", ".log");
            var process = builder.redirectOutput(output.toFile()).start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return Optional.of("too slow");
            }
            var text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return process.exitValue() == 0 ? Optional.empty() : Optional.of(text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    private static String tool() {
        return SourceFolder.find().resolve("tools/mysql-server").toString();
    }
}

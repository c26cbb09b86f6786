package org.nuancan.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A real MariaDB server from a jar. It listens on 127.0.0.1 only and has one account, whose
/// password is made anew at every start. Its data stays in its folder.
public final class EmbeddedMariaDb implements AutoCloseable {

    /// The name of the only account.
    public static final String USER = "nuancan";

    /// The driver properties of every connection, for either engine.
    public static final String OPTIONS =
            "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                    + "&rewriteBatchedStatements=true&useLocalSessionState=true"
                    + "&cachePrepStmts=true&cacheServerConfiguration=true";

    private static final List<String> SETTINGS =
            List.of(
                    "--bind-address=127.0.0.1",
                    "--skip-name-resolve",
                    // A new key pair at every start takes seconds, and the traffic stays on
                    // loopback.
                    "--skip-ssl",
                    "--max-allowed-packet=64M",
                    "--character-set-server=utf8mb4",
                    "--default-time-zone=+00:00",
                    "--transaction-isolation=READ-COMMITTED",
                    // MySQL's own default, so that both engines refuse the same statements.
                    "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,"
                            + "NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                    "--innodb-buffer-pool-size=512M",
                    "--max-connections=400");

    private final EngineProcess process;
    private final int port;
    private final String password;

    private EmbeddedMariaDb(EngineProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /// Starts a server whose commits survive a crash of the machine. If an earlier owner left a
    /// server running in the folder, that server is ended first.
    ///
    /// @param folder of its data, which stays; created if missing
    public static EmbeddedMariaDb start(Path folder) {
        return start(folder, List.of("--innodb-flush-log-at-trx-commit=1"));
    }

    /// Starts a server that never waits for the disk and may lose all data in a power cut.
    ///
    /// @param folder of its data; created if missing
    public static EmbeddedMariaDb startForTests(Path folder) {
        return start(
                folder,
                List.of(
                        "--innodb-flush-log-at-trx-commit=0",
                        "--innodb-doublewrite=0",
                        "--innodb-flush-method=nosync",
                        "--debug-no-sync",
                        "--skip-sync-frm",
                        "--innodb-fast-shutdown=2"));
    }

    /// Ends a server that a killed owner left running in a folder.
    public static void endStale(Path folder) {
        EngineProcess.endStale(folder.toAbsolutePath().normalize());
    }

    private static EmbeddedMariaDb start(Path folder, List<String> durability) {
        var home = Engines.ownFolder(folder.toAbsolutePath().normalize());
        EngineProcess.endStale(home);
        if (!Files.isDirectory(home.resolve("data"))) {
            MariaDbFiles.install(home.resolve("data"));
        }
        var password = Engines.password();
        var port = Ports.free();
        var command = command(home, port, accounts(home, password));
        command.addAll(durability);
        return new EmbeddedMariaDb(EngineProcess.launch(command, home, port), port, password);
    }

    private static List<String> command(Path home, int port, Path accounts) {
        var programs = MariaDbFiles.programs();
        var command =
                new ArrayList<>(
                        List.of(
                                programs.resolve("bin/mariadbd").toString(),
                                "--no-defaults",
                                "--basedir=" + programs,
                                "--datadir=" + home.resolve("data"),
                                "--tmpdir=" + Engines.ownFolder(home.resolve("tmp")),
                                "--socket=/tmp/nuancan-mariadb-" + port + ".sock",
                                "--port=" + port,
                                "--init-file=" + accounts));
        command.addAll(SETTINGS);
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    /// The server runs this before it accepts connections: it leaves only the account of [#USER].
    private static Path accounts(Path home, String password) {
        return Engines.secretFile(
                home.resolve("accounts.sql"),
                """
                delete from mysql.global_priv where user <> 'mariadb.sys';
                flush privileges;
                create user '%1$s'@'127.0.0.1' identified by '%2$s';
                grant all privileges on *.* to '%1$s'@'127.0.0.1';
                """
                        .formatted(USER, password));
    }

    /// The port that the server listens on.
    public int port() {
        return port;
    }

    /// The password of [#USER] until the server ends.
    public String password() {
        return password;
    }

    /// The URL of a schema; the first connection creates it if it does not exist.
    public String jdbcUrl(String schema) {
        return "jdbc:mysql://127.0.0.1:%d/%s?createDatabaseIfNotExist=true&sslMode=DISABLED&%s"
                .formatted(port, schema, OPTIONS);
    }

    /// The settings of a Micronaut application's default data source for a schema.
    public Map<String, String> properties(String schema) {
        return Map.of(
                "datasources.default.url", jdbcUrl(schema),
                "datasources.default.username", USER,
                "datasources.default.password", password);
    }

    /// Ends the server after it has written its data to disk.
    @Override
    public void close() {
        process.end();
    }
}

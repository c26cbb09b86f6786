package org.nuancan.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nuancan.engine.Ports;

/// `docker-compose.yml`, and files beside it, as a separate project: with fresh secrets, free
/// ports, and a network and volumes that are deleted when it is closed.
final class ComposeProject implements AutoCloseable {

    private final Path root;
    private final List<String> files;
    private final Path environment;
    private final String name;
    private final URI service;
    private final URI console;

    private ComposeProject(
            Path root,
            List<String> files,
            Path environment,
            String name,
            int http,
            int consoleHttp) {
        this.root = root;
        this.files = files;
        this.environment = environment;
        this.name = name;
        this.service = URI.create("http://127.0.0.1:" + http);
        this.console = URI.create("http://127.0.0.1:" + consoleHttp);
    }

    /// Writes the settings by `deploy/make-env`; starts nothing.
    ///
    /// @param folder for the settings
    /// @param more files beside `docker-compose.yml`
    static ComposeProject prepare(Path root, Path folder, String... more) {
        var environment = folder.resolve("compose.env");
        var _ = MachineCommands.run(root, List.of("deploy/make-env", environment.toString()));
        var http = Ports.free();
        var consoleHttp = Ports.free();
        var number = ProcessHandle.current().pid();
        set(environment, "NUANCAN_HTTP", "127.0.0.1:" + http);
        set(environment, "NUANCAN_CONSOLE_HTTP", "127.0.0.1:" + consoleHttp);
        set(environment, "NUANCAN_NETWORK", "172.30.%d.0/24".formatted(68 + number % 180));
        set(environment, "MYSQL_BUFFER_POOL", "256M");
        var files = new ArrayList<>(List.of("docker-compose.yml"));
        files.addAll(List.of(more));
        return new ComposeProject(root, files, environment, "nuancan-" + number, http, consoleHttp);
    }

    /// Builds the images and waits until every service is healthy.
    void up() {
        try {
            var _ = compose("up", "--build", "--detach", "--wait", "--wait-timeout", "180");
        } catch (AssertionError failed) {
            throw new AssertionError(compose("logs", "--tail", "20", "db", "meal-api"), failed);
        }
    }

    /// The proxy's address in front of the nodes of meal-api.
    URI service() {
        return service;
    }

    /// The proxy's address in front of the console.
    URI console() {
        return console;
    }

    /// A value of the settings.
    String setting(String key) {
        return Pattern.compile("(?m)^" + key + "=(.*)$")
                .matcher(read(environment))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /// Stops a container as an operator does.
    ///
    /// @param container a service and its number: `meal-api-1`
    void stop(String container) {
        var _ = MachineCommands.run(root, List.of("docker", "stop", name + "-" + container));
    }

    /// Kills a container's processes, which the engine does not start again.
    void kill(String container) {
        var _ = MachineCommands.run(root, List.of("docker", "kill", name + "-" + container));
    }

    /// Starts a stopped container and waits until it is healthy.
    void start(String container) {
        var _ = MachineCommands.run(root, List.of("docker", "start", name + "-" + container));
        // Starts nothing else: all services exist.
        var _ = compose("up", "--detach", "--no-recreate", "--wait", "--wait-timeout", "180");
    }

    /// Runs SQL as a user of the database and returns what the client printed, errors included.
    String sql(String user, String password, String statement) {
        return sqlAt("mysql-1", user, password, statement);
    }

    /// The same on one of several servers.
    String sqlAt(String container, String user, String password, String statement) {
        return MachineCommands.output(
                root,
                List.of(
                        "docker",
                        "exec",
                        "--env",
                        "MYSQL_PWD=" + password,
                        name + "-" + container,
                        "mysql",
                        "--host=127.0.0.1",
                        "--user=" + user,
                        "--batch",
                        "--skip-column-names",
                        "nuancan",
                        "--execute=" + statement));
    }

    /// The folder of the compose files.
    Path root() {
        return root;
    }

    /// The file with the settings.
    Path environment() {
        return environment;
    }

    /// The name of the project, with which the names of its containers and its network begin.
    String name() {
        return name;
    }

    /// Runs a command of `docker compose` and returns what it printed.
    String compose(String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                "docker",
                                "compose",
                                "--project-name",
                                name,
                                "--env-file",
                                environment.toString()));
        files.forEach(file -> command.addAll(List.of("--file", file)));
        command.addAll(List.of(arguments));
        return MachineCommands.run(root, command);
    }

    private static void set(Path file, String key, String value) {
        try {
            Files.writeString(
                    file, read(file).replaceFirst("(?m)^" + key + "=.*$", key + "=" + value));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /// Removes containers, network, volumes and images.
    @Override
    public void close() {
        var _ = compose("down", "--volumes", "--remove-orphans", "--rmi", "local");
    }
}

package org.nuancan.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.nuancan.engine.Ports;

/// `docker-compose.yml` as a separate project: with fresh secrets, free ports, and a network and
/// volumes that are deleted when it is closed.
final class ComposeProject implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Path root;
    private final Path environment;
    private final String name;
    private final URI service;
    private final URI console;

    private ComposeProject(Path root, Path environment, String name, int http, int consoleHttp) {
        this.root = root;
        this.environment = environment;
        this.name = name;
        this.service = URI.create("http://127.0.0.1:" + http);
        this.console = URI.create("http://127.0.0.1:" + consoleHttp);
    }

    /// Writes the settings by `deploy/make-env`; starts nothing.
    ///
    /// @param folder for the settings
    static ComposeProject prepare(Path root, Path folder) {
        var environment = folder.resolve("compose.env");
        var _ = run(root, List.of("deploy/make-env", environment.toString()));
        var http = Ports.free();
        var consoleHttp = Ports.free();
        var number = ProcessHandle.current().pid();
        set(environment, "NUANCAN_HTTP", "127.0.0.1:" + http);
        set(environment, "NUANCAN_CONSOLE_HTTP", "127.0.0.1:" + consoleHttp);
        set(environment, "NUANCAN_NETWORK", "172.30.%d.0/24".formatted(68 + number % 180));
        set(environment, "MYSQL_BUFFER_POOL", "256M");
        return new ComposeProject(root, environment, "nuancan-" + number, http, consoleHttp);
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
        var _ = run(root, List.of("docker", "stop", name + "-" + container));
    }

    /// Starts a stopped container and waits until it is healthy.
    void start(String container) {
        var _ = run(root, List.of("docker", "start", name + "-" + container));
        // Starts nothing else: all services exist.
        var _ = compose("up", "--detach", "--no-recreate", "--wait", "--wait-timeout", "180");
    }

    /// Runs SQL as a user of the database and returns what the client printed, errors included.
    String sql(String user, String password, String statement) {
        return output(
                root,
                List.of(
                        "docker",
                        "exec",
                        "--env",
                        "MYSQL_PWD=" + password,
                        name + "-mysql-1",
                        "mysql",
                        "--host=127.0.0.1",
                        "--user=" + user,
                        "--batch",
                        "--skip-column-names",
                        "nuancan",
                        "--execute=" + statement));
    }

    private String compose(String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                "docker",
                                "compose",
                                "--project-name",
                                name,
                                "--env-file",
                                environment.toString()));
        command.addAll(List.of(arguments));
        return run(root, command);
    }

    private static String run(Path folder, List<String> command) {
        var printed = new StringBuilder();
        var code = execute(folder, command, printed);
        if (code != 0) {
            throw new AssertionError("%s ended with %d:\n%s".formatted(command, code, printed));
        }
        return printed.toString();
    }

    private static String output(Path folder, List<String> command) {
        var printed = new StringBuilder();
        var _ = execute(folder, command, printed);
        return printed.toString();
    }

    private static int execute(Path folder, List<String> command, StringBuilder printed) {
        try {
            var log = Files.createTempFile("nuancan-compose", ".log");
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            var ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            printed.append(Files.readString(log));
            Files.delete(log);
            if (!ended) {
                process.destroyForcibly();
                throw new AssertionError("%s does not end:\n%s".formatted(command, printed));
            }
            return process.exitValue();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
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

package org.nuancan.engine;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PortBinding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/// MySQL and Redis in containers, in the versions that `docker-compose.yml` names. No image is
/// pulled: a machine without them uses embedded servers.
final class Containers {

    static final DockerImageName MYSQL = DockerImageName.parse("mysql:9.7");
    static final DockerImageName REDIS = DockerImageName.parse("redis:8");

    private static final int REDIS_PORT = 6379;
    private static final int STARTUP_SECONDS = 180;

    /// The settings of `docker-compose.yml`, but without waiting for the disk and without a binary
    /// log: tests keep nothing.
    private static final String[] MYSQL_SETTINGS = {
        "--character-set-server=utf8mb4",
        "--transaction-isolation=READ-COMMITTED",
        "--default-time-zone=+00:00",
        "--max-connections=1000",
        "--innodb-buffer-pool-size=512M",
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-doublewrite=OFF",
        "--skip-log-bin"
    };

    /// A label with the process id of the JVM that started a container.
    private static final String OWNER = "org.nuancan.test-process";

    private Containers() {}

    /// The reason why containers cannot be used; empty if they can.
    static Optional<String> missing() {
        if (TestEngines.setting("DOCKER_HOST").isEmpty()
                && !Files.exists(Path.of("/var/run/docker.sock"))) {
            return Optional.of("there is no Docker engine");
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no Docker engine answers");
        }
        return Stream.of(MYSQL, REDIS)
                .filter(image -> !isPresent(image))
                .findFirst()
                .map(image -> "the Docker engine does not have the image " + image);
    }

    static boolean isPresent(DockerImageName image) {
        try {
            var _ =
                    DockerClientFactory.lazyClient()
                            .inspectImageCmd(image.asCanonicalNameString())
                            .exec();
            return true;
        } catch (NotFoundException _) {
            return false;
        }
    }

    /// Starts MySQL with its files in memory.
    static MySQLContainer<?> mysql(String password) {
        removeOrphans();
        var server =
                new MySQLContainer<>(MYSQL)
                        .withLabel(OWNER, String.valueOf(ProcessHandle.current().pid()))
                        .withUsername("root")
                        .withPassword(password)
                        .withTmpFs(Map.of("/var/lib/mysql", "rw"))
                        .withStartupTimeoutSeconds(STARTUP_SECONDS)
                        .withCommand(MYSQL_SETTINGS);
        server.start();
        return server;
    }

    /// Starts Redis at a port of the host that stays the same after restarts.
    static GenericContainer<?> redis(String password, int hostPort) {
        removeOrphans();
        var server =
                new GenericContainer<>(REDIS)
                        .withLabel(OWNER, String.valueOf(ProcessHandle.current().pid()))
                        .withStartupTimeout(Duration.ofSeconds(STARTUP_SECONDS))
                        .withExposedPorts(REDIS_PORT)
                        .withCreateContainerCmdModifier(command -> bind(command, hostPort))
                        .withCommand(
                                "redis-server",
                                "--requirepass",
                                password,
                                "--save",
                                "",
                                "--maxmemory",
                                "128mb");
        server.start();
        return server;
    }

    /// Removes containers whose JVM was killed before it removed them.
    private static void removeOrphans() {
        var client = DockerClientFactory.lazyClient();
        client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(OWNER)).exec().stream()
                .filter(container -> isOrphan(container.getLabels().getOrDefault(OWNER, "0")))
                .forEach(container -> remove(container.getId()));
    }

    private static boolean isOrphan(String owner) {
        return ProcessHandle.of(Long.parseLong(owner)).isEmpty();
    }

    private static void remove(String container) {
        try {
            var _ =
                    DockerClientFactory.lazyClient()
                            .removeContainerCmd(container)
                            .withForce(true)
                            .withRemoveVolumes(true)
                            .exec();
        } catch (NotFoundException | ConflictException _) {
            // Another JVM removes it.
        }
    }

    private static void bind(CreateContainerCmd command, int hostPort) {
        var host = command.getHostConfig();
        if (host != null) {
            var _ = host.withPortBindings(PortBinding.parse(hostPort + ":" + REDIS_PORT));
        }
    }
}

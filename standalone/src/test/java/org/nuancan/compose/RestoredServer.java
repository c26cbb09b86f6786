package org.nuancan.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A database server in the network of a project, into which a backup is restored.
final class RestoredServer implements AutoCloseable {

    private static final String CONTAINER = "restored";

    private final ComposeProject project;

    private RestoredServer(ComposeProject project) {
        this.project = project;
    }

    /// Starts one with the accounts of production, and waits until the service could sign in.
    static RestoredServer start(ComposeProject project) {
        var server = new RestoredServer(project);
        server.docker(
                "run",
                "--detach",
                "--name=" + server.container(),
                "--network=" + project.name() + "_default",
                "--env-file=" + project.environment(),
                "--env=MYSQL_ROOT_PASSWORD=" + project.setting("DB_ROOT_PASSWORD"),
                "--env=MYSQL_DATABASE=nuancan",
                "--volume="
                        + project.root().resolve("deploy/mysql-users.sh")
                        + ":/docker-entrypoint-initdb.d/mysql-users.sh:ro",
                "mysql:9.7",
                "--log-bin-trust-function-creators=ON");
        MachineCommands.await(() -> server.answer("select 1").equals("1"));
        return server;
    }

    /// Runs `deploy/backup` with the programs of a container of the project.
    static void backUp(ComposeProject project, String container, Path file) {
        script(project, "backup", project.name() + "-" + container, file);
    }

    /// Runs `deploy/restore` with this server's programs.
    void restore(Path file) {
        script(project, "restore", container(), file);
    }

    private static void script(ComposeProject project, String script, String container, Path file) {
        var _ =
                MachineCommands.run(
                        project.root(),
                        List.of(
                                "env",
                                "DB_ROOT_PASSWORD=" + project.setting("DB_ROOT_PASSWORD"),
                                "MYSQL_CLIENT=docker exec -i -e MYSQL_PWD " + container,
                                "deploy/" + script,
                                file.toString()));
    }

    /// What `verify` prints about this server's books of a day.
    ///
    /// @throws AssertionError if it finds a fault
    String verify(String day) {
        return project.compose(
                "run",
                "--rm",
                "--no-deps",
                "--env=NUANCAN_DB_URL=jdbc:mysql://%s:3306/nuancan?connectionTimeZone=UTC"
                        .formatted(container()),
                "settlement",
                "verify",
                "--from=" + day,
                "--to=" + day);
    }

    /// A value that the service's user reads.
    long number(String statement) {
        return Long.parseLong(answer(statement));
    }

    private String answer(String statement) {
        return project.sqlAt(CONTAINER, "nuancan", project.setting("DB_PASSWORD"), statement)
                .strip();
    }

    private String container() {
        return project.name() + "-" + CONTAINER;
    }

    private void docker(String... arguments) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        var _ = MachineCommands.run(project.root(), command);
    }

    @Override
    public void close() {
        docker("rm", "--force", "--volumes", container());
    }
}

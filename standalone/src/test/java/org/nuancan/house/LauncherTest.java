package org.nuancan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuancan.engine.SourceFolder;

/// `./nuancan` on a machine without Maven, simulated by a search path with few programs.
class LauncherTest {

    private static final List<String> PROGRAMS =
            List.of(
                    "bash",
                    "cat",
                    "dirname",
                    "env",
                    "find",
                    "grep",
                    "head",
                    "mkdir",
                    "readlink",
                    "rm",
                    "sed");

    @TempDir private Path programs;

    private record Ended(int code, String said) {}

    @BeforeEach
    void addPrograms() throws IOException {
        for (var name : PROGRAMS) {
            add(name, "exec /usr/bin/%s \"$@\"".formatted(name));
        }
        add("id", "echo 0");
    }

    @Test
    void a_system_without_a_known_package_manager_is_told_in_one_sentence() throws Exception {
        assertThat(run("build"))
                .isEqualTo(
                        new Ended(
                                1,
                                "nuancan: Maven was not found; install it with this system's"
                                        + " package manager.\n"));
    }

    @Test
    void on_debian_the_command_is_named_and_nothing_is_installed_unasked() throws Exception {
        addPackageManager();

        var ended = run("build");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("apt-get install maven").contains("--install");
        assertThat(programs.resolve("installed")).doesNotExist();
    }

    @Test
    void with_the_option_it_is_named_and_installed() throws Exception {
        addPackageManager();

        var ended = run("--install", "build");

        assertThat(ended.said()).startsWith("Installing maven with apt-get");
        assertThat(Files.readString(programs.resolve("installed"))).contains("install -y");
        assertThat(Files.readString(programs.resolve("installed"))).endsWith(" maven\n");
    }

    @Test
    void somebody_who_is_not_root_installs_nothing() throws Exception {
        addPackageManager();
        add("id", "echo 1000");

        assertThat(run("--install", "build").code()).isEqualTo(1);
        assertThat(programs.resolve("installed")).doesNotExist();
    }

    private void addPackageManager() throws IOException {
        add("apt-get", "echo \"$@\" >> '%s'".formatted(programs.resolve("installed")));
        add("apt-cache", "true");
    }

    private void add(String name, String line) throws IOException {
        var program = Files.writeString(programs.resolve(name), "#!/bin/bash\n" + line + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        // Its target folders and jars are not touched: it stops before that.
        var copy = Files.copy(SourceFolder.find().resolve("nuancan"), programs.resolve("nuancan"));
        var command = new ArrayList<>(List.of("/bin/bash", copy.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.clear();
        environment.putAll(
                Map.of(
                        "PATH",
                        programs.toString(),
                        "HOME",
                        programs.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        var process = builder.redirectInput(Path.of("/dev/null").toFile()).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said);
    }
}

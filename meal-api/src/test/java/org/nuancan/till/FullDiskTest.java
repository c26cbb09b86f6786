package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuancan.access.Role;
import org.nuancan.db.Migrate;
import org.nuancan.engine.EmbeddedMariaDb;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.NodeProcess;

/// Input 44: the disk of the database is full while tills sell, and has room again later. The
/// server's data is on a small file system of its own, which only the superuser can mount.
@Tag("prove")
class FullDiskTest {

    private static final String SIZE = "size=500m";
    private static final byte[] PIECE = new byte[1 << 16];

    @Test
    void tills_get_503_in_time_readiness_names_the_disk_and_they_sell_soon_after(
            @TempDir Path folder) throws Exception {
        var refusal = run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString());
        assumeTrue(refusal.isEmpty(), "no small file system can be mounted here: " + refusal);
        try (var engine = EmbeddedMariaDb.start(folder.resolve("mariadb"))) {
            fill(engine, folder.resolve("ballast"));
        } finally {
            assertThat(run("umount", "--lazy", folder.toString())).isEmpty();
        }
    }

    private static void fill(EmbeddedMariaDb engine, Path ballast) throws IOException {
        var url = engine.jdbcUrl("full_disk");
        var _ = Migrate.migrate(url, EmbeddedMariaDb.USER, engine.password());
        var database = new TestDatabase(url, EmbeddedMariaDb.USER, engine.password());
        try (var network = new BadNetwork(database)) {
            var admin = network.canteen.server().as(Role.CITY_ADMIN).at(network.nearAddress);
            network.during(
                    () -> {
                        write(ballast);
                        NodeProcess.await(() -> refused(network) > 20);
                        NodeProcess.await(() -> !network.isReady());
                        NodeProcess.await(() -> admin.get("/health").toString().contains("disk"));
                    },
                    new ArrayList<>(network.sellers()));
            Files.delete(ballast);

            assertThat(network.untilASaleSucceeds()).isLessThan(Duration.ofSeconds(5));
            NodeProcess.await(network::isReady);
            network.assertNothingWasLost();
        }
    }

    private static long refused(BadNetwork network) {
        return network.answers.stream().filter(one -> one.reply().status() == 503).count();
    }

    /// Writes until there is no room.
    private static void write(Path ballast) {
        try (var out = Files.newOutputStream(ballast)) {
            // Twice as much as fits.
            for (var piece = 0; piece < 2 * 500 * 16; piece++) {
                out.write(PIECE);
            }
            throw new AssertionError("the disk is larger than it was made");
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    /// @return what the command said if it failed, else nothing
    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0 ? "" : said.strip() + " (" + process.exitValue() + ")";
    }
}

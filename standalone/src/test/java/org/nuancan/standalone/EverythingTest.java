package org.nuancan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EverythingTest {

    private static final String HERE = "127.0.0.1";

    @TempDir Path folder;

    @Test
    void it_starts_twice_on_the_same_data_and_keeps_its_secrets() throws Exception {
        var port = freePort();
        try (var everything = Everything.start(HERE, port, folder, false)) {
            assertThat(everything.invitation())
                    .contains("http://127.0.0.1:" + port)
                    .hasLineCount(1);
            assertThat(status(port, "/health")).isEqualTo(200);
            assertThat(status(port + 10, "/prometheus")).isEqualTo(200);
        }
        assertThatThrownBy(() -> status(port, "/health")).isInstanceOf(IOException.class);
        var secrets = Files.readString(folder.resolve("secrets.properties"));

        try (var again = Everything.start(HERE, port, folder, false)) {
            assertThat(again.invitation()).contains("demo-pass");
            assertThat(status(port, "/health")).isEqualTo(200);
        }
        assertThat(Files.readString(folder.resolve("secrets.properties")))
                .isEqualTo(secrets)
                .contains("nuancan.secret=");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
        assertThat(verified()).isZero();
    }

    /// Runs in a separate process, like `./nuancan verify`: within a test the service needs no
    /// secrets.
    private int verified() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Verify.class.getName(),
                        "--from=2026-11-01",
                        "--to=2099-12-31",
                        "--data=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void a_port_in_use_is_one_sentence_and_leaves_nothing_running() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            Everything.start(
                                    HERE, taken.getLocalPort(), folder.resolve("a"), false))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Port %d of 127.0.0.1 is not free; take another one with --port.",
                            taken.getLocalPort());
            assertThat(folder.resolve("a")).doesNotExist();
        }
    }

    @Test
    void data_that_another_process_uses_is_left_alone() throws Exception {
        var first = DataFolder.open(folder.resolve("data"), false);

        assertThatThrownBy(() -> DataFolder.open(folder.resolve("data"), true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Another Nuancan uses the data");

        first.close();
        DataFolder.open(folder.resolve("data"), true).close();
    }

    @Test
    void a_folder_with_files_of_somebody_else_is_never_emptied() throws Exception {
        var letter = Files.writeString(folder.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> DataFolder.open(folder, true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds other files");
        assertThat(letter).exists();
    }

    @Test
    void fresh_forgets_what_the_folder_held() throws Exception {
        DataFolder.open(folder.resolve("data"), false).close();
        var old = Files.writeString(folder.resolve("data/old"), "old");

        DataFolder.open(folder.resolve("data"), true).close();

        assertThat(old).doesNotExist();
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    /// Below the range that the system assigns by itself, so that no connection takes it meanwhile.
    private static int freePort() {
        return new Random()
                .ints(20_000, 30_000)
                .filter(port -> isFree(port) && isFree(port + 1) && isFree(port + 10))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}

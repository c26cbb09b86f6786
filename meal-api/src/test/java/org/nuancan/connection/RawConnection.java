package org.nuancan.connection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A connection whose bytes a test writes itself.
public final class RawConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;

    public RawConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    /// Sends a text, each character as one byte.
    public RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /// Everything that comes until the other side closes the connection.
    ///
    /// @throws java.net.SocketTimeoutException if it stays open
    public String untilClosed() throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            for (int read; (read = socket.getInputStream().read(buffer)) >= 0; ) {
                all.write(buffer, 0, read);
            }
        } catch (SocketException reset) {
            all.writeBytes(("\n" + reset.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /// The head of the next answer; its body, of the length that it says, is read and dropped.
    public String nextHead() throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) next);
        }
        var length =
                Arrays.stream(head.toString().split("\r\n", -1))
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .findFirst()
                        .orElse(0);
        var _ = socket.getInputStream().readNBytes(length);
        return head.toString();
    }

    /// The status lines in what came.
    public static List<String> statuses(String answers) {
        return Arrays.stream(answers.split("\r?\n", -1))
                .filter(line -> line.startsWith("HTTP/1."))
                .map(line -> line.substring(9, 12))
                .toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

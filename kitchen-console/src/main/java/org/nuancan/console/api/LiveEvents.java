package org.nuancan.console.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An open live stream; reading waits for the next event.
///
/// The line format is that of server-sent events (WHATWG HTML, 9.2).
public final class LiveEvents implements AutoCloseable {

    private static final int LONGEST_EVENT = 64 * 1024;

    private final InputStream bytes;
    private final BufferedReader lines;

    LiveEvents(InputStream bytes) {
        this.bytes = bytes;
        this.lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    /// The next event, or empty when the stream has ended or was closed.
    public Optional<LiveEvent> next() {
        try {
            return read();
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private Optional<LiveEvent> read() throws IOException {
        Optional<String> id = Optional.empty();
        var name = "message";
        var text = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                if (!text.isEmpty()) {
                    return Optional.of(new LiveEvent(id, name, text.toString()));
                }
                continue;
            }
            if (line.startsWith(":")) {
                return Optional.of(LiveEvent.COMMENT);
            }
            switch (field(line)) {
                case "id" -> id = Optional.of(value(line));
                case "event" -> name = value(line);
                case "data" -> text.append(text.isEmpty() ? "" : "\n").append(value(line));
                default -> {
                    // The format asks to pass over what one does not know.
                }
            }
            if (text.length() > LONGEST_EVENT) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String field(String line) {
        var colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
    }

    private static String value(String line) {
        var colon = line.indexOf(':');
        if (colon < 0) {
            return "";
        }
        var value = line.substring(colon + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    /// Ends the stream; a reader that waits in [#next] gets nothing more.
    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException gone) {
            // The stream is closed, as requested.
        }
    }
}

package org.nuancan.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An open page, line by line as it comes over the wire.
public final class EventStream implements AutoCloseable {

    /// The connection was closed by the other side.
    public static final String END = "END";

    private static final int PATIENCE_S = 15;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final HttpResponse<Stream<String>> response;

    public EventStream(URI address, String token, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address.resolve("/v1/events"))
                        .header("Authorization", token)
                        .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        response = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        var _ =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                response.body().forEach(lines::add);
                            } catch (UncheckedIOException _) {
                                // Either side closed the connection: that is what END says.
                            } finally {
                                lines.add(END);
                            }
                        });
    }

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /// The next line that starts with `start`; what comes before is passed over.
    public String next(String start) throws InterruptedException {
        var passed = new StringBuilder();
        while (true) {
            var line = lines.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no line '%s' but: %s".formatted(start, passed));
            }
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
            passed.append(line).append('|');
        }
    }

    /// Lines that were received and not yet read.
    public List<String> rest() {
        var rest = new ArrayList<String>();
        lines.drainTo(rest);
        return rest;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

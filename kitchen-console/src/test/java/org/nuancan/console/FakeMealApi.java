package org.nuancan.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Gives answers in meal-api's shapes and keeps what it was asked.
public final class FakeMealApi implements AutoCloseable {

    /// What came in.
    public record Asked(String method, String path, Map<String, String> headers, String body) {}

    private record Answer(int status, String json) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final AtomicInteger renewals = new AtomicInteger();

    private FakeMealApi(HttpServer server) {
        this.server = server;
    }

    public static FakeMealApi start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var fake = new FakeMealApi(HttpServer.create(address, 0));
            fake.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            fake.server.createContext("/", fake::handle);
            fake.server.start();
            return fake;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// What a method and path (with its query) shall be answered with.
    public void answer(String methodAndPath, int status, String json) {
        answers.put(methodAndPath, new Answer(status, json));
    }

    /// Signing in as anybody, with a token that lives so long.
    public void signsIn(String role, int seconds) {
        answer("POST /login", 200, tokens("access-0", "refresh-0", role, seconds));
    }

    /// One frame for the listeners of the live stream.
    public void tell(String frame) {
        frames.add(frame);
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public int renewals() {
        return renewals.get();
    }

    public static String tokens(String access, String refresh, String role, int seconds) {
        return """
        {"access_token":"%s","refresh_token":"%s","token_type":"Bearer","expires_in":%d,
         "username":"canteen","roles":["%s"]}
        """
                .formatted(access, refresh, seconds, role);
    }

    public static String problem(int status, String code, String title, String detail) {
        return """
        {"type":"/problems/%s","title":"%s","status":%d,"detail":"%s","code":"%s","errors":[]}
        """
                .formatted(code, title, status, detail, code);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new ConcurrentHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            asked.add(new Asked(exchange.getRequestMethod(), path, headers, body));
            if (path.equals("/v1/events")) {
                stream(exchange);
                return;
            }
            var key = exchange.getRequestMethod() + " " + path;
            if (key.equals("POST /oauth/access_token")) {
                var _ = renewals.incrementAndGet();
            }
            var answer =
                    answers.getOrDefault(
                            key, new Answer(404, problem(404, "NOT_FOUND", "未找到", "请核对编号。")));
            send(exchange, answer);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(": nuancan\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        try {
            while (true) {
                out.write(frames.take().getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

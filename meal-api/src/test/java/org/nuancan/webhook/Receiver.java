package org.nuancan.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;

/// A receiver of another vendor, which keeps every call that it gets.
final class Receiver implements AutoCloseable {

    /// A message as it came.
    record Message(String id, long timestamp, String signature, String body) {

        static Message of(Headers headers, String body) {
            return new Message(
                    headers.getFirst("webhook-id"),
                    Long.parseLong(headers.getFirst("webhook-timestamp")),
                    headers.getFirst("webhook-signature"),
                    body);
        }
    }

    private static final int PATIENCE_S = 20;

    private final HttpServer server;
    private final IntUnaryOperator statusOfTry;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private int tries;

    /// @param statusOfTry what it answers to the first, second … message
    Receiver(IntUnaryOperator statusOfTry) throws IOException {
        this.statusOfTry = statusOfTry;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        messages.add(Message.of(exchange.getRequestHeaders(), body));
        var status = statusOfTry.applyAsInt(++tries);
        exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    Message next() throws InterruptedException {
        var message = messages.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing came");
        }
        return message;
    }

    int waiting() {
        return messages.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

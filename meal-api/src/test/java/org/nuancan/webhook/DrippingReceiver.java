package org.nuancan.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A receiver whose answer never ends: a byte of a header comes every half second.
final class DrippingReceiver implements AutoCloseable {

    private static final int PATIENCE_S = 20;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Semaphore accepted = new Semaphore(0);
    private final ScheduledExecutorService drips = Executors.newSingleThreadScheduledExecutor();

    DrippingReceiver() throws IOException {
        var _ = Thread.ofPlatform().daemon().start(this::accept);
        var _ = drips.scheduleAtFixedRate(this::drip, 500, 500, TimeUnit.MILLISECONDS);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/hook";
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                write(socket, "HTTP/1.1 200 OK\r\nX-Drip: ");
                sockets.add(socket);
                accepted.release();
            }
        } catch (IOException _) {
            // Closed by the test.
        }
    }

    private void drip() {
        sockets.forEach(socket -> {
            try {
                write(socket, "a");
            } catch (IOException _) {
                sockets.remove(socket);
            }
        });
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    void awaitConnections(int number) throws InterruptedException {
        if (!accepted.tryAcquire(number, PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("fewer than %d connections came".formatted(number));
        }
    }

    /// Connections that came beyond those that were awaited.
    int further() {
        return accepted.availablePermits();
    }

    @Override
    public void close() throws IOException {
        drips.shutdownNow();
        server.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}

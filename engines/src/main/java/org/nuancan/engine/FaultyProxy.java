package org.nuancan.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A TCP proxy in front of a server of the tests that simulates network faults: delayed packets,
/// lost answers, refused connections, and connections cut at any time or during COMMIT.
public final class FaultyProxy implements AutoCloseable {

    /// Longer than a packet that contains COMMIT and nothing else.
    private static final int LONGEST_COMMIT = 40;

    private static final byte COM_QUERY = 3;

    private final InetSocketAddress target;
    private final int port;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger commitsToCut = new AtomicInteger();
    private final AtomicInteger cutCommits = new AtomicInteger();
    private volatile ServerSocket listening;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean swallows;
    private volatile boolean passesCommit;

    /// A connection through the proxy: a socket to the client and one to the server.
    private record Line(Socket client, Socket server) {

        void cut() {
            try (client;
                    server) {
                client.setSoLinger(true, 0);
                server.setSoLinger(true, 0);
            } catch (IOException _) {
                // It is cut already.
            }
        }
    }

    private FaultyProxy(InetSocketAddress target) {
        this.target = target;
        this.listening = open(0);
        this.port = listening.getLocalPort();
        accept(listening);
    }

    /// A proxy in front of any server.
    static FaultyProxy of(InetSocketAddress target) {
        return new FaultyProxy(target);
    }

    /// A proxy in front of a database.
    public static FaultyProxy of(TestDatabase database) {
        var server = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        return new FaultyProxy(new InetSocketAddress(server.getHost(), server.getPort()));
    }

    /// The port on 127.0.0.1 at which clients connect to the proxy.
    int port() {
        return port;
    }

    /// The URL of the same schema through this proxy.
    public TestDatabase through(TestDatabase database) {
        var url = database.jdbcUrl().replaceFirst("//[^/]+/", "//127.0.0.1:" + port + "/");
        return new TestDatabase(url, database.user(), database.password());
    }

    /// Delays each packet.
    public void delay(Duration each) {
        delay = each;
    }

    /// Cuts all connections now; new ones are accepted.
    public void cut() {
        lines.forEach(Line::cut);
        lines.clear();
    }

    /// Sends no answers and resets nothing, on existing and new connections. Data sent meanwhile is
    /// lost, so such a connection cannot be used afterwards.
    public void swallow() {
        swallows = true;
    }

    /// Cuts all connections and accepts none.
    public void refuse() {
        close(listening);
        cut();
    }

    /// Cuts the connections of the next commits.
    ///
    /// @param count the number of commits
    /// @param reachServer whether the server gets the commit first, so that only its answer is lost
    public void cutCommits(int count, boolean reachServer) {
        passesCommit = reachServer;
        commitsToCut.set(count);
    }

    /// The number of commits that were cut.
    public int commitsCut() {
        return cutCommits.get();
    }

    /// Ends all faults for connections that are opened from now on.
    public void heal() {
        delay = Duration.ZERO;
        commitsToCut.set(0);
        swallows = false;
        if (listening.isClosed()) {
            listening = open(port);
            accept(listening);
        }
    }

    private static ServerSocket open(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void accept(ServerSocket socket) {
        var _ =
                Thread.ofVirtual()
                        .name("proxy")
                        .start(() -> {
                            try {
                                while (true) {
                                    join(socket.accept());
                                }
                            } catch (IOException _) {
                                // It was closed.
                            }
                        });
    }

    private void join(Socket client) {
        try {
            var server = new Socket(target.getAddress(), target.getPort());
            var line = new Line(client, server);
            lines.add(line);
            pump(line, client, server, true);
            pump(line, server, client, false);
        } catch (IOException _) {
            close(client);
        }
    }

    private void pump(Line line, Socket from, Socket to, boolean toServer) {
        var _ =
                Thread.ofVirtual()
                        .name("pump")
                        .start(() -> {
                            try (var in = from.getInputStream();
                                    var out = to.getOutputStream()) {
                                carry(line, in, out, toServer);
                            } catch (IOException _) {
                                // One of the two sides is closed.
                            } finally {
                                lines.remove(line);
                                line.cut();
                            }
                        });
    }

    private void carry(Line line, InputStream in, OutputStream out, boolean toServer)
            throws IOException {
        var buffer = new byte[65_536];
        var lost = false;
        for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            lost |= swallows;
            if (lost) {
                continue;
            }
            LockSupport.parkNanos(delay.toNanos());
            var cuts = toServer && isCommit(buffer, length) && isToBeCut();
            if (!cuts || passesCommit) {
                out.write(buffer, 0, length);
                out.flush();
            }
            if (cuts) {
                cutCommits.incrementAndGet();
                // The server reads the data already sent before it sees the end.
                line.client().setSoLinger(true, 0);
                line.client().close();
                line.server().shutdownOutput();
                return;
            }
        }
    }

    private boolean isToBeCut() {
        return commitsToCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /// A packet has three bytes of length, one byte of its number, then the command.
    private static boolean isCommit(byte[] packet, int length) {
        return length > 5
                && length < LONGEST_COMMIT
                && packet[4] == COM_QUERY
                && new String(packet, 5, length - 5, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .endsWith("commit");
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        }
    }

    @Override
    public void close() {
        close(listening);
        cut();
    }
}

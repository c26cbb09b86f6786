package org.nuancan.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Finds free loopback ports for processes that are about to start.
public final class Ports {

    /// Below the range that systems assign by themselves (Linux: from 32,768), so that no
    /// connection and no test's own server takes the port between the check and the start.
    private static final int LOWEST = 20_000;

    private static final int BEYOND = 30_000;

    private Ports() {}

    /// A free port.
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, BEYOND)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    /// Whether a port is free.
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

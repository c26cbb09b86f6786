package org.nuancan.db;

import jakarta.inject.Singleton;
import java.util.Optional;

/// The server of a replication group that accepted the last new connection. All pools of a process
/// share it, so that after a change only one of them has to search.
@Singleton
final class KnownServer {

    private volatile Optional<String> address = Optional.empty();

    /// Host and port; empty before the first connection, and always for a URL of one server.
    Optional<String> address() {
        return address;
    }

    void set(String hostAndPort) {
        address = Optional.of(hostAndPort);
    }
}

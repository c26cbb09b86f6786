package org.nuancan.bench.textbook;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/// The textbook's server in a process of its own: `NUANCAN_DB_URL`, `NUANCAN_DB_USER`,
/// `NUANCAN_DB_PASSWORD` and the system properties `micronaut.server.port` and `textbook.keys`, the
/// file of the public keys that tokens are signed with.
public final class Textbook {

    private Textbook() {}

    /// Serves until the process is ended.
    public static void main(String[] arguments) {
        var _ = start(Map.of());
    }

    /// Starts a server.
    ///
    /// @param properties before all others
    public static EmbeddedServer start(Map<String, Object> properties) {
        return ApplicationContext.builder()
                .environments("textbook")
                .deduceEnvironment(false)
                .properties(properties)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }
}

package org.nuancan.close;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.nuancan.db.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a query at intervals over a connection that is otherwise idle, so that the server does not
/// end the connection and release its locks.
final class KeptAlive implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptAlive.class);
    private static final int EVERY_SECONDS = 15;

    private final Connection connection;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    /// The connection must not be used by other code until this is closed.
    KeptAlive(Connection connection) {
        this.connection = connection;
        this.thread = Thread.ofVirtual().name("close-lock").start(this::sendQueries);
    }

    private void sendQueries() {
        try {
            while (!end.await(EVERY_SECONDS, TimeUnit.SECONDS)) {
                var _ = Sql.on(connection, "select 1").exists();
            }
        } catch (SQLException exception) {
            LOG.warn("the lock of the close is lost; another node may begin", exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            thread.join();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }
}

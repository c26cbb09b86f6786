package org.nuancan.db;

import com.github.f4b6a3.tsid.TsidFactory;
import jakarta.inject.Singleton;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Generates time-ordered 64-bit ids (TSID), positive, unique over all nodes that share a database.
///
/// Each start takes the next number from `node_start`. Numbers repeat after 1,024 starts, when the
/// process that had the number first has ended long ago.
@Singleton
public final class Ids {

    private static final int NODES = 1024;
    private static final long WAIT_S = 3;

    private final Transactions transactions;
    private final ReentrantLock starting = new ReentrantLock();
    private volatile @Nullable Maker maker;

    private record Maker(int node, TsidFactory factory) {}

    Ids(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The next id; it is greater than all earlier ones of this node.
    public long next() {
        return maker().factory.create().toLong();
    }

    /// The number of this node, 0 to 1023.
    public int node() {
        return maker().node;
    }

    private Maker maker() {
        var ready = maker;
        return ready == null ? start() : ready;
    }

    // Other callers fail meanwhile instead of waiting for a database that may not answer.
    private Maker start() {
        if (!isTaken()) {
            throw DatabaseFailure.unavailable("the number of this node is not known yet");
        }
        try {
            var ready = maker;
            if (ready == null) {
                var node = nodeNumber();
                ready = new Maker(node, TsidFactory.newInstance1024(node));
                maker = ready;
            }
            return ready;
        } finally {
            starting.unlock();
        }
    }

    private boolean isTaken() {
        try {
            return starting.tryLock(WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the start of a node", interrupted);
        }
    }

    private int nodeNumber() {
        return transactions.inOne(connection -> {
            try (var insert =
                    connection.prepareStatement(
                            "insert into node_start (started_at) values (utc_timestamp(6))",
                            Statement.RETURN_GENERATED_KEYS)) {
                insert.executeUpdate();
                try (var keys = insert.getGeneratedKeys()) {
                    keys.next();
                    return (int) (keys.getLong(1) % NODES);
                }
            }
        });
    }
}

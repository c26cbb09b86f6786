package org.nuancan.db;

import com.github.f4b6a3.tsid.TsidFactory;
import jakarta.inject.Singleton;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// Time-ordered 64-bit ids (TSID), positive, unique over all nodes that share a database.
///
/// Every start takes a number from `node_start`; 1,024 starts apart it comes round again, when the
/// earlier holder is long gone.
@Singleton
public final class Ids {

    private static final int NODES = 1024;

    private final Transactions transactions;
    private volatile @Nullable TsidFactory factory;

    Ids(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The next id; later ones of the same node are greater.
    public long next() {
        var ready = factory;
        return (ready == null ? start() : ready).create().toLong();
    }

    private synchronized TsidFactory start() {
        var ready = factory;
        if (ready == null) {
            ready = TsidFactory.newInstance1024(nodeNumber());
            factory = ready;
        }
        return ready;
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

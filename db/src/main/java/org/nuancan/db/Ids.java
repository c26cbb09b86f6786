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
    private volatile @Nullable Maker maker;

    private record Maker(int node, TsidFactory factory) {}

    Ids(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The next id; later ones of the same node are greater.
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

    private synchronized Maker start() {
        var ready = maker;
        if (ready == null) {
            var node = nodeNumber();
            ready = new Maker(node, TsidFactory.newInstance1024(node));
            maker = ready;
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

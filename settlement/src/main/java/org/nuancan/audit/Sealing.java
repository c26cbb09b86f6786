package org.nuancan.audit;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.db.Batch;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Puts entries that wait onto the chains of their areas. Any node may seal; one at a time does,
/// for it holds the ends of the chains. Whoever writes an entry waits for none of it.
@Singleton
public final class Sealing {

    private static final int AT_ONCE = 500;

    private record End(String area, long sequence, String hash) {}

    private final Transactions transactions;

    Sealing(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Seals all that waits.
    ///
    /// @return how many entries
    public long seal() {
        var sealed = 0L;
        for (var more = AT_ONCE; more == AT_ONCE; sealed += more) {
            more = transactions.inOne(Sealing::some);
        }
        return sealed;
    }

    private static int some(Connection connection) throws SQLException {
        var ends = ends(connection);
        var waiting =
                Sql.on(
                                connection,
                                """
                                select e.entry_id, e.area, e.acted_by, e.act, e.subject, e.detail,
                                       e.acted_at
                                  from audit_pending p
                                  join audit_entry e on e.entry_id = p.entry_id
                                 order by p.entry_id
                                 limit 500
                                """)
                        .list(Chain.Kept::read);
        if (waiting.isEmpty()) {
            return 0;
        }
        var links = Batch.into("audit_link", "area", "sequence", "entry_id", "hash");
        for (var entry : waiting) {
            var end = ends.get(entry.area());
            if (end == null) {
                throw new IllegalStateException("no chain for the area " + entry.area());
            }
            var next = new End(entry.area(), end.sequence() + 1, Chain.hash(end.hash(), entry));
            links.row(next.area(), next.sequence(), entry.entryId(), next.hash());
            ends.put(next.area(), next);
        }
        links.write(connection);
        keep(connection, ends);
        Sql.on(connection, "delete from audit_pending where entry_id in (??)")
                .withAll(waiting.stream().map(Chain.Kept::entryId).toList())
                .run();
        return waiting.size();
    }

    private static Map<String, End> ends(Connection connection) throws SQLException {
        var ends = new HashMap<String, End>();
        Sql.on(connection, "select area, sequence, hash from audit_head order by area for update")
                .list(row -> new End(row.text("area"), row.number("sequence"), row.text("hash")))
                .forEach(end -> ends.put(end.area(), end));
        return ends;
    }

    private static void keep(Connection connection, Map<String, End> ends) throws SQLException {
        for (var end : List.copyOf(ends.values())) {
            Sql.on(connection, "update audit_head set sequence = ?, hash = ? where area = ?")
                    .with(end.sequence(), end.hash(), end.area())
                    .run();
        }
    }
}

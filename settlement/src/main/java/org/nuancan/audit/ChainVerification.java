package org.nuancan.audit;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Walks the chains from their beginnings, or from the first link that is kept, and finds what was
/// changed, put in or taken away.
@Singleton
public final class ChainVerification {

    /// What was found.
    ///
    /// @param links how many were walked
    /// @param faults in words that name the record; of each chain the first alone, since what
    ///   follows hangs on it
    public record Walked(long links, List<String> faults) {

        /// Copies the faults.
        public Walked {
            faults = List.copyOf(faults);
        }
    }

    private final Transactions transactions;

    ChainVerification(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Walks all of them, as of one instant.
    public Walked walk() {
        return transactions.snapshot(connection -> {
            var faults = new ArrayList<String>();
            var links = 0L;
            for (var area : AuditLog.Area.values()) {
                var walk = new Walk(area.name(), Anchor.of(connection, area));
                Sql.on(
                                connection,
                                """
                                select l.sequence, l.hash, l.entry_id as linked, e.entry_id,
                                       e.area, e.acted_by, e.act, e.subject, e.detail, e.acted_at
                                  from audit_link l
                                  left join audit_entry e on e.entry_id = l.entry_id
                                 where l.area = ?
                                 order by l.sequence
                                """)
                        .with(area)
                        .each(walk::take);
                walk.end(connection);
                links += walk.length - walk.from;
                faults.addAll(walk.faults);
            }
            faults.addAll(unlinked(connection));
            return new Walked(links, faults);
        });
    }

    private static List<String> unlinked(Connection connection) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select e.entry_id, e.area
                          from audit_entry e
                          left join audit_link l on l.entry_id = e.entry_id
                          left join audit_pending p on p.entry_id = e.entry_id
                         where l.entry_id is null and p.entry_id is null
                         order by e.entry_id
                        """)
                .list(row ->
                        "audit entry %d (%s) stands on no chain"
                                .formatted(row.number("entry_id"), row.text("area")));
    }

    private static final class Walk {

        private final String area;
        private final List<String> faults = new ArrayList<>();
        private final long from;
        private String previous;
        private long length;

        Walk(String area, Anchor anchor) {
            this.area = area;
            this.from = anchor.sequence();
            this.previous = anchor.hash();
            this.length = from;
        }

        void take(Row row) throws SQLException {
            length++;
            if (!faults.isEmpty()) {
                return;
            }
            var sequence = row.number("sequence");
            if (sequence != length) {
                faults.add("audit chain %s: link %d is missing".formatted(area, length));
            } else if (row.maybeNumber("entry_id").isEmpty()) {
                faults.add(
                        "audit chain %s: entry %d of link %d is missing"
                                .formatted(area, row.number("linked"), sequence));
            } else if (!Chain.hash(previous, Chain.Kept.read(row)).equals(row.text("hash"))) {
                faults.add(
                        "audit chain %s: entry %d does not fit its link %d"
                                .formatted(area, row.number("linked"), sequence));
            }
            previous = row.text("hash");
        }

        void end(Connection connection) throws SQLException {
            var head =
                    Sql.on(connection, "select sequence, hash from audit_head where area = ?")
                            .with(area)
                            .first(row -> row.number("sequence") + " " + row.text("hash"));
            if (faults.isEmpty() && !head.filter((length + " " + previous)::equals).isPresent()) {
                faults.add(
                        "audit chain %s ends at link %d, its head says %s"
                                .formatted(area, length, head.orElse("nothing")));
            }
        }
    }
}

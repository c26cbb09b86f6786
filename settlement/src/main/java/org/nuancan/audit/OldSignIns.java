package org.nuancan.audit;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.retention.Kept;

/// Who signed in when: 网络安全法 article 21 asks for logs of at least 6 months. Only the beginning of
/// the chain goes; its last link that went stays as the anchor that the rest hangs on.
@Singleton
final class OldSignIns implements Kept {

    private static final AuditLog.Area AREA = AuditLog.Area.SIGN_IN;

    private record Link(Anchor anchor, long entryId) {}

    private final Period period;

    OldSignIns(
            @Property(name = "nuancan.retention.access-logs", defaultValue = "P6M") Period period) {
        this.period = period;
    }

    @Override
    public String kind() {
        return "access-logs";
    }

    @Override
    public Period period() {
        return period;
    }

    private static Instant begin(LocalDate before) {
        return new BusinessDay(before).begins();
    }

    @Override
    public long due(Connection connection, LocalDate before) throws SQLException {
        return Sql.on(
                        connection,
                        "select count(*) as due from audit_entry where area = ? and acted_at < ?")
                .with(AREA, begin(before))
                .one(row -> row.number("due"));
    }

    @Override
    public int forget(Connection connection, LocalDate before, int most) throws SQLException {
        // Nobody seals meanwhile, nor forgets.
        var _ =
                Sql.on(connection, "select sequence from audit_head where area = ? for update")
                        .with(AREA)
                        .exists();
        var old =
                Sql.on(
                                connection,
                                """
                                select l.sequence, l.hash, l.entry_id
                                  from audit_link l
                                 where l.area = ?
                                   and l.sequence < coalesce(
                                       (select min(k.sequence)
                                          from audit_entry e
                                          join audit_link k on k.entry_id = e.entry_id
                                         where e.area = ? and e.acted_at >= ?),
                                       (select h.sequence + 1 from audit_head h where h.area = ?))
                                 order by l.sequence
                                 limit ?
                                """)
                        .with(AREA, AREA, begin(before), AREA, most)
                        .list(row ->
                                new Link(
                                        new Anchor(row.number("sequence"), row.text("hash")),
                                        row.number("entry_id")));
        if (old.isEmpty()) {
            return 0;
        }
        var last = old.getLast().anchor();
        last.keep(connection, AREA);
        Sql.on(connection, "delete from audit_link where area = ? and sequence <= ?")
                .with(AREA, last.sequence())
                .run();
        return Sql.on(connection, "delete from audit_entry where entry_id in (??)")
                .withAll(old.stream().map(Link::entryId).toList())
                .run();
    }
}

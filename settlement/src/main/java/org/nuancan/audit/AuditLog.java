package org.nuancan.audit;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.text.TextRule;

/// Takes entries, in the transaction of what they tell. They wait there for nobody: the chain is
/// made afterwards, by [Sealing].
@Singleton
public final class AuditLog {

    /// What an entry is about; each area has a chain of its own.
    public enum Area {
        /// Steps of statements and their lines.
        REVIEW,
        /// Sign-ins.
        SIGN_IN,
        /// Elders.
        ELDER,
        /// Cards.
        CARD,
        /// Policies.
        POLICY,
        /// Accounts of users and terminals.
        ACCOUNT,
        /// How strict the platform's checks are.
        CHECK
    }

    /// Something that was done.
    ///
    /// @param by the account's name
    /// @param act what, in capitals
    /// @param subject to whom or what: an id, never a name or a number of a person
    /// @param detail what else is to be kept, without personal data
    public record Entry(Area area, String by, String act, String subject, String detail) {}

    private static final int DETAIL = 1000;

    private final Ids ids;
    private final Clock clock;

    AuditLog(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /// Adds entries.
    public void write(Connection connection, List<Entry> entries) throws SQLException {
        var rows =
                Batch.into(
                        "audit_entry",
                        "entry_id",
                        "area",
                        "acted_by",
                        "act",
                        "subject",
                        "detail",
                        "acted_at");
        var pending = Batch.into("audit_pending", "entry_id");
        var now = clock.instant();
        for (var entry : entries) {
            var id = ids.next();
            rows.row(
                    id,
                    entry.area(),
                    entry.by(),
                    entry.act(),
                    entry.subject(),
                    TextRule.cut(entry.detail(), DETAIL),
                    now);
            pending.row(id);
        }
        rows.write(connection);
        pending.write(connection);
    }
}

package org.nuancan.audit;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.Ids;
import org.nuancan.text.TextRule;

/// Adds entries to the audit log, in the transaction of the recorded event. Writers do not wait for
/// the chain: [Sealing] links the entries later.
@Singleton
public class AuditLog {

    /// The area of an entry; each area has a chain of its own.
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
        /// Parameters of the platform's checks.
        CHECK
    }

    /// A recorded act.
    ///
    /// @param by the account's name
    /// @param act the act, in capitals
    /// @param subject the object of the act: an id, never a name or a number of a person
    /// @param detail further facts, without personal data
    public record Entry(Area area, String by, String act, String subject, String detail) {}

    private static final int DETAIL = 1000;

    private final AuditEntryRepository entries;
    private final AuditPendingRepository pending;
    private final Ids ids;
    private final Clock clock;

    AuditLog(AuditEntryRepository entries, AuditPendingRepository pending, Ids ids, Clock clock) {
        this.entries = entries;
        this.pending = pending;
        this.ids = ids;
        this.clock = clock;
    }

    /// Adds entries.
    @Transactional
    public void write(List<Entry> added) {
        if (added.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var rows = added.stream().map(entry -> row(entry, now)).toList();
        var _ = entries.saveAll(rows);
        var _ =
                pending.saveAll(
                        rows.stream().map(row -> new AuditPendingEntity(row.entryId())).toList());
    }

    private AuditEntryEntity row(Entry entry, Instant now) {
        return new AuditEntryEntity(
                ids.next(),
                entry.area().name(),
                entry.by(),
                entry.act(),
                entry.subject(),
                TextRule.cut(entry.detail(), DETAIL),
                now);
    }
}

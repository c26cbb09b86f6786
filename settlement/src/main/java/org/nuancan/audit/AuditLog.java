package org.nuancan.audit;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.db.Ids;

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
        CHECK,
        /// Providers and their bank accounts.
        PROVIDER,
        /// Sites.
        SITE,
        /// Price lists.
        PRICE,
        /// Dishes and menus.
        MENU,
        /// Budgets of payers.
        BUDGET,
        /// Payment batches, results of the bank, money that came in.
        PAYMENT
    }

    /// A recorded act.
    ///
    /// @param by the account's name
    /// @param act the act, in capitals
    /// @param subject the object of the act: an id, never a name or a number of a person
    /// @param detail further facts, without personal data
    /// @param content the place of the subject, and the changed fields
    public record Entry(
            Area area, String by, String act, String subject, String detail, Content content) {

        /// An act that belongs to no division and changes no field.
        public Entry(Area area, String by, String act, String subject, String detail) {
            this(area, by, act, subject, detail, Content.NONE);
        }
    }

    /// The fields that an act changed, and the division of its subject.
    ///
    /// @param division division that the subject belongs to, at most 9 digits; empty for the city
    /// @param changes changed fields, masked; only the first 200 are stored
    public record Content(String division, List<FieldChange> changes) {

        private static final int MOST = 200;

        /// Neither a place nor a changed field.
        public static final Content NONE = new Content("", List.of());

        /// Copies the list.
        public Content {
            changes = List.copyOf(changes.subList(0, Math.min(MOST, changes.size())));
        }

        /// One changed field.
        public static Content of(String division, String field, String before, String after) {
            return new Content(division, List.of(new FieldChange(field, before, after)));
        }

        /// A place without a changed field.
        public static Content at(String division) {
            return new Content(division, List.of());
        }

        private AuditContentEntity row(long entryId) {
            return new AuditContentEntity(
                    entryId, division, changes.stream().map(FieldChange::line).toList());
        }
    }

    private final AuditEntryRepository entries;
    private final AuditContentRepository contents;
    private final AuditPendingRepository pending;
    private final Ids ids;
    private final Clock clock;

    AuditLog(
            AuditEntryRepository entries,
            AuditContentRepository contents,
            AuditPendingRepository pending,
            Ids ids,
            Clock clock) {
        this.entries = entries;
        this.contents = contents;
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
        var rows = new ArrayList<AuditEntryEntity>();
        var filled = new ArrayList<AuditContentEntity>();
        for (var entry : added) {
            var entryId = ids.next();
            if (entry.content().equals(Content.NONE)) {
                rows.add(row(entryId, entry, HashedDetail.plain(entry.detail()), now));
            } else {
                var content = entry.content().row(entryId);
                filled.add(content);
                rows.add(row(entryId, entry, HashedDetail.of(content, entry.detail()), now));
            }
        }
        var _ = entries.saveAll(rows);
        if (!filled.isEmpty()) {
            var _ = contents.saveAll(filled);
        }
        var _ =
                pending.saveAll(
                        rows.stream().map(row -> new AuditPendingEntity(row.entryId())).toList());
    }

    private static AuditEntryEntity row(long entryId, Entry entry, String detail, Instant now) {
        return new AuditEntryEntity(
                entryId,
                entry.area().name(),
                entry.by(),
                entry.act(),
                entry.subject(),
                detail,
                now);
    }
}

package org.nuancan.audit;

import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.nuancan.day.BusinessDay;
import org.nuancan.retention.Kept;

/// Deletes old sign-ins: 网络安全法 article 21 asks for logs of at least 6 months. Only the beginning of
/// the chain is deleted; its last deleted link is kept as the anchor of the rest.
@Singleton
class OldSignIns implements Kept {

    private static final String AREA = AuditLog.Area.SIGN_IN.name();

    private final AuditEntryRepository entries;
    private final AuditLinkRepository links;
    private final AuditHeadRepository heads;
    private final AuditAnchorRepository anchors;
    private final Period period;

    OldSignIns(
            AuditEntryRepository entries,
            AuditLinkRepository links,
            AuditHeadRepository heads,
            AuditAnchorRepository anchors,
            @Property(name = "nuancan.retention.access-logs", defaultValue = "P6M") Period period) {
        this.entries = entries;
        this.links = links;
        this.heads = heads;
        this.anchors = anchors;
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
    @ReadOnly
    public long due(LocalDate before) {
        return entries.countBefore(AREA, begin(before));
    }

    @Override
    @Transactional
    public int forget(LocalDate before, int most) {
        // Prevents that another node seals or deletes at the same time.
        var _ = heads.lock(AREA);
        var old = links.before(AREA, begin(before), most);
        if (old.isEmpty()) {
            return 0;
        }
        var last = old.getLast();
        anchors.set(AREA, last.id().sequence(), last.hash());
        links.deleteUpTo(AREA, last.id().sequence());
        return entries.delete(old.stream().map(AuditLinkEntity::entryId).toList());
    }
}

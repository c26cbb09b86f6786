package org.nuancan.audit;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;

/// Links some entries in one transaction.
@Singleton
class SealingService {

    static final int AT_ONCE = 500;

    private final AuditEntryRepository entries;
    private final AuditPendingRepository pending;
    private final AuditLinkRepository links;
    private final AuditHeadRepository heads;

    SealingService(
            AuditEntryRepository entries,
            AuditPendingRepository pending,
            AuditLinkRepository links,
            AuditHeadRepository heads) {
        this.entries = entries;
        this.pending = pending;
        this.links = links;
        this.heads = heads;
    }

    /// @return number of entries, at most [#AT_ONCE]
    @Transactional
    int sealSome() {
        var ends = new HashMap<String, AuditHeadEntity>();
        heads.lockAll().forEach(end -> ends.put(end.area(), end));
        var waiting = entries.waiting(AT_ONCE);
        if (waiting.isEmpty()) {
            return 0;
        }
        var added = new ArrayList<AuditLinkEntity>();
        for (var entry : waiting) {
            var end = ends.get(entry.area());
            if (end == null) {
                throw new IllegalStateException("no chain for the area " + entry.area());
            }
            var next =
                    new AuditHeadEntity(
                            entry.area(), end.sequence() + 1, Chain.hash(end.hash(), entry));
            added.add(
                    new AuditLinkEntity(
                            new AuditLinkEntity.Key(next.area(), next.sequence()),
                            entry.entryId(),
                            next.hash()));
            ends.put(next.area(), next);
        }
        var _ = links.saveAll(added);
        var _ = heads.updateAll(ends.values());
        pending.delete(waiting.stream().map(AuditEntryEntity::entryId).toList());
        return waiting.size();
    }
}

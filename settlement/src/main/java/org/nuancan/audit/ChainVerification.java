package org.nuancan.audit;

import static io.micronaut.transaction.TransactionDefinition.Isolation.REPEATABLE_READ;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Checks the chains from their beginnings, or from the first kept link, for changed, inserted and
/// deleted records.
@Singleton
public class ChainVerification {

    /// Result of a check.
    ///
    /// @param links number of checked links
    /// @param faults in words that name the record; only the first fault of each chain, since the
    ///   later links depend on it
    public record Walked(long links, List<String> faults) {

        /// Copies the faults.
        public Walked {
            faults = List.copyOf(faults);
        }
    }

    private static final int AT_ONCE = 1000;

    private final AuditEntryRepository entries;
    private final AuditContentRepository contents;
    private final AuditLinkRepository links;
    private final AuditHeadRepository heads;
    private final AuditAnchorRepository anchors;

    ChainVerification(
            AuditEntryRepository entries,
            AuditContentRepository contents,
            AuditLinkRepository links,
            AuditHeadRepository heads,
            AuditAnchorRepository anchors) {
        this.entries = entries;
        this.contents = contents;
        this.links = links;
        this.heads = heads;
        this.anchors = anchors;
    }

    /// Checks all chains, as of one instant.
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public Walked walk() {
        var faults = new ArrayList<String>();
        var walked = 0L;
        for (var area : AuditLog.Area.values()) {
            var walk = walk(area);
            walked += walk.length - walk.from;
            faults.addAll(walk.faults);
        }
        for (var entry : entries.unlinked()) {
            faults.add(
                    "audit entry %d (%s) is on no chain".formatted(entry.entryId(), entry.area()));
        }
        return new Walked(walked, faults);
    }

    /// Reads in pages, since a chain may have millions of links.
    private Walk walk(AuditLog.Area area) {
        var walk = new Walk(area.name(), anchors.find(area));
        var page = links.list(area.name(), Long.MIN_VALUE, AT_ONCE);
        while (!page.isEmpty()) {
            var ids = page.stream().map(AuditLinkEntity::entryId).toList();
            var found =
                    entries.list(ids).stream()
                            .collect(
                                    toUnmodifiableMap(
                                            AuditEntryEntity::entryId, Function.identity()));
            var filled =
                    contents.list(ids).stream()
                            .collect(
                                    toUnmodifiableMap(
                                            AuditContentEntity::entryId, Function.identity()));
            page.forEach(link ->
                    walk.take(
                            link,
                            Optional.ofNullable(found.get(link.entryId())),
                            Optional.ofNullable(filled.get(link.entryId()))));
            page = links.list(area.name(), page.getLast().id().sequence(), AT_ONCE);
        }
        walk.end(heads.findById(area.name()));
        return walk;
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

        void take(
                AuditLinkEntity link,
                Optional<AuditEntryEntity> entry,
                Optional<AuditContentEntity> content) {
            length++;
            if (!faults.isEmpty()) {
                return;
            }
            var sequence = link.id().sequence();
            if (sequence != length) {
                faults.add("audit chain %s: link %d is missing".formatted(area, length));
            } else if (entry.isEmpty()) {
                faults.add(
                        "audit chain %s: entry %d of link %d is missing"
                                .formatted(area, link.entryId(), sequence));
            } else if (!Chain.hash(previous, entry.get()).equals(link.hash())) {
                faults.add(
                        "audit chain %s: entry %d does not fit its link %d"
                                .formatted(area, link.entryId(), sequence));
            } else if (!HashedDetail.fits(entry.get().detail(), content)) {
                faults.add(
                        "audit chain %s: the content of entry %d was changed"
                                .formatted(area, link.entryId()));
            }
            previous = link.hash();
        }

        void end(Optional<AuditHeadEntity> end) {
            var head = end.map(last -> last.sequence() + " " + last.hash());
            if (faults.isEmpty() && !head.filter((length + " " + previous)::equals).isPresent()) {
                faults.add(
                        "audit chain %s ends at link %d, but its head is %s"
                                .formatted(area, length, head.orElse("missing")));
            }
        }
    }
}

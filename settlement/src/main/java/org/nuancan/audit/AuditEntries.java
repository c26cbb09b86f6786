package org.nuancan.audit;

import static java.util.stream.Collectors.toMap;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nuancan.db.InList;

/// Reads the entries of the audit log.
@Singleton
public class AuditEntries {

    /// An entry as stored.
    ///
    /// @param place empty while the entry waits for its chain
    public record Kept(long entryId, AuditLog.Entry entry, Instant at, Optional<Place> place) {}

    /// The place of an entry in the chain of its area.
    ///
    /// @param hash over the previous hash and the entry
    public record Place(long sequence, String hash) {}

    /// Filters of the list; an empty field does not filter.
    ///
    /// @param within only entries whose subject belongs to this division
    /// @param from the first instant
    /// @param to the first instant after it
    public record Filter(
            Optional<String> within,
            Optional<AuditLog.Area> area,
            Optional<String> actor,
            Optional<String> subject,
            Optional<Instant> from,
            Optional<Instant> to) {}

    private final AuditEntryRepository entries;
    private final AuditContentRepository contents;
    private final AuditLinkRepository links;

    AuditEntries(
            AuditEntryRepository entries,
            AuditContentRepository contents,
            AuditLinkRepository links) {
        this.entries = entries;
        this.contents = contents;
        this.links = links;
    }

    /// The entries with ids below `before`, the latest first.
    @ReadOnly
    public List<Kept> list(Filter filter, long before, int limit) {
        var found =
                entries.list(
                        filter.within().orElse(null),
                        filter.area().map(Enum::name).orElse(null),
                        filter.actor().orElse(null),
                        filter.subject().orElse(null),
                        filter.from().orElse(null),
                        filter.to().orElse(null),
                        before,
                        limit);
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = InList.of(found.stream().map(AuditEntryEntity::entryId).toList());
        var content =
                contents.list(ids).stream()
                        .collect(toMap(AuditContentEntity::entryId, Function.identity()));
        var place =
                links.of(ids).stream()
                        .collect(toMap(AuditLinkEntity::entryId, Function.identity()));
        return found.stream().map(entry -> kept(entry, content, place)).toList();
    }

    private static Kept kept(
            AuditEntryEntity entry,
            Map<Long, AuditContentEntity> contents,
            Map<Long, AuditLinkEntity> places) {
        var content =
                Optional.ofNullable(contents.get(entry.entryId()))
                        .map(row ->
                                new AuditLog.Content(
                                        row.division(),
                                        row.changes().stream().map(FieldChange::read).toList()))
                        .orElse(AuditLog.Content.NONE);
        return new Kept(
                entry.entryId(),
                new AuditLog.Entry(
                        AuditLog.Area.valueOf(entry.area()),
                        entry.actedBy(),
                        entry.act(),
                        entry.subject(),
                        HashedDetail.words(entry.detail()),
                        content),
                entry.actedAt(),
                Optional.ofNullable(places.get(entry.entryId()))
                        .map(link -> new Place(link.id().sequence(), link.hash())));
    }
}

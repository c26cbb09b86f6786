package org.nuancan.policy.book;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `policy_version`.
///
/// @param effectiveTo null: the date in the document applies
/// @param releasedBy null: a draft
@MappedEntity("policy_version")
record PolicyVersionEntity(
        @EmbeddedId Key id,
        String owner,
        @Nullable LocalDate effectiveTo,
        String document,
        String author,
        @UtcMicros Instant writtenAt,
        @Nullable String releasedBy,
        @UtcMicros @Nullable Instant releasedAt) {

    @Embeddable
    record Key(@MappedProperty("code") String code, @MappedProperty("version") int version) {}
}

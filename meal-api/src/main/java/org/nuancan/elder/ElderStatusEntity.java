package org.nuancan.elder;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.LocalDate;
import org.nuancan.policy.ElderStatus;

/// A row of `elder_status`: of those whose day has come the one with the highest number holds.
@SuppressWarnings("ArrayRecordComponent") // rows are not compared
@MappedEntity("elder_status")
record ElderStatusEntity(
        @EmbeddedId Key id, LocalDate validFrom, ElderStatus status, byte[] sealedReason) {

    @Embeddable
    record Key(@MappedProperty("elder_id") long elderId, @MappedProperty("number") int number) {}
}

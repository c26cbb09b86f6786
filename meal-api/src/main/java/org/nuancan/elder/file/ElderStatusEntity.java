package org.nuancan.elder.file;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.LocalDate;
import org.nuancan.policy.fact.ElderStatus;

/// A row of `elder_status`: of those whose day has come the one with the highest number holds.
@SuppressWarnings("ArrayRecordComponent") // rows are not compared
@MappedEntity("elder_status")
public record ElderStatusEntity(
        @EmbeddedId Key id, LocalDate validFrom, ElderStatus status, byte[] sealedReason) {

    /// The elder, and the number of the change that set the status.
    @Embeddable
    public record Key(
            @MappedProperty("elder_id") long elderId, @MappedProperty("number") int number) {}
}

package org.nuancan.elder.file;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.nuancan.db.UtcMicros;
import org.nuancan.elder.NewElder.Written;

/// A row of `elder_change`, which is only added to.
@MappedEntity("elder_change")
public record ElderChangeEntity(
        @EmbeddedId Key id,
        @UtcMicros Instant changedAt,
        String changedBy,
        ElderChange.Kind kind,
        String fields) {

    @Embeddable
    record Key(@MappedProperty("elder_id") long elderId, @MappedProperty("number") int number) {}

    /// The row of a change.
    ///
    /// @param number counts the changes of the elder, from 1
    /// @param fields what changed, as shown in the elder's history
    public static ElderChangeEntity of(
            long elderId, int number, ElderChange.Kind kind, String fields, Written written) {
        return new ElderChangeEntity(
                new Key(elderId, number), written.at(), written.by(), kind, fields);
    }

    /// The change as it is shown in the elder's history.
    public ElderChange change() {
        return new ElderChange(id.number(), changedAt, changedBy, kind, fields);
    }
}

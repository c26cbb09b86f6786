package org.nuancan.elder.file;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `elder_code_kept`: a code that a terminal has verified is good there a while longer.
@MappedEntity("elder_code_kept")
record KeptCodeEntity(@EmbeddedId Key id, @UtcMicros Instant keptUntil) {

    @Embeddable
    record Key(
            @MappedProperty("code_id") long codeId, @MappedProperty("terminal") String terminal) {}
}

package org.nuancan.event;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/// A row of `event_due`: an event that a reader has not processed yet.
@MappedEntity("event_due")
record DueEntity(@EmbeddedId Key id) {

    @Embeddable
    record Key(@MappedProperty("reader") Reader reader, @MappedProperty("event_id") long eventId) {}
}

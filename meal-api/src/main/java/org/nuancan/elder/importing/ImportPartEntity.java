package org.nuancan.elder.importing;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/// A row of `elder_import_part`: one part of an uploaded file, encrypted.
@SuppressWarnings("ArrayRecordComponent") // rows are not compared
@MappedEntity("elder_import_part")
record ImportPartEntity(@EmbeddedId Key id, byte[] sealed) {

    /// @param part counts from 0
    @Embeddable
    record Key(@MappedProperty("import_id") long importId, @MappedProperty("part") int part) {}
}

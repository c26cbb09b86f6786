package org.nuancan.elder.file;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.TextLines;
import org.nuancan.db.UtcMicros;
import org.nuancan.elder.Needs;
import org.nuancan.elder.Sex;

/// A row of `elder`. Name, ID number and phone are sealed, and found by keyed hashes.
///
/// @param version counts the PATCHes from 1. Each is made with the row locked, so that it is not
///   compared by updates.
/// @param phoneIndex null for a phone without digits. Micronaut does not read the annotation of an
///   array's type, so that the component has another one.
/// @param changes counts all changes about the elder from 1
@SuppressWarnings("ArrayRecordComponent") // rows are not compared
@MappedEntity("elder")
public record ElderEntity(
        @Id long elderId,
        int version,
        int changes,
        byte[] idNumberIndex,
        byte[] nameIndex,
        @jakarta.annotation.Nullable byte @Nullable [] phoneIndex,
        String keyId,
        byte[] sealedIdNumber,
        byte[] sealedPerson,
        String maskedName,
        LocalDate birthDate,
        Sex sex,
        String districtCode,
        @TextLines List<String> diet,
        @TextLines List<String> allergens,
        @UtcMicros Instant registeredAt,
        String registeredBy) {

    /// What a kitchen has to know, by the codes of today.
    public Needs needs() {
        return new Needs(diet, allergens);
    }

    @Override
    public String toString() {
        return "ElderEntity[%d, %s]".formatted(elderId, maskedName);
    }
}

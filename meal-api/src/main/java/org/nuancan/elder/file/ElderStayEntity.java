package org.nuancan.elder.file;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row of `elder_stay`; both days are included.
@SuppressWarnings("ArrayRecordComponent") // rows are not compared
@MappedEntity("elder_stay")
public record ElderStayEntity(
        @Id long stayId,
        long elderId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        byte[] sealedPlace) {}

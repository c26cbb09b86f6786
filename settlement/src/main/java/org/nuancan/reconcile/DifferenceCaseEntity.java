package org.nuancan.reconcile;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.money.Fen;
import org.nuancan.reconcile.Comparison.DayOfDistrict;

/// A row of `difference_case`.
@MappedEntity("difference_case")
record DifferenceCaseEntity(
        @Id String caseKey,
        String districtCode,
        LocalDate onDate,
        Pair pair,
        Case.State state,
        long leftFen,
        long rightFen,
        String takenBy,
        @Nullable String explanation,
        @UtcMicros Instant changedAt) {

    static DifferenceCaseEntity of(String key, DayOfDistrict day, Pair pair, Case kept) {
        return new DifferenceCaseEntity(
                key,
                day.district(),
                day.date(),
                pair,
                kept.state(),
                kept.left().value(),
                kept.right().value(),
                kept.takenBy(),
                kept.explanation().orElse(null),
                kept.changedAt());
    }

    Case kept() {
        return new Case(
                state,
                Fen.of(leftFen),
                Fen.of(rightFen),
                takenBy,
                Optional.ofNullable(explanation),
                changedAt);
    }
}

package org.nuancan.elder;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.LocalDate;
import org.nuancan.policy.Household;

/// A row of `elder_standing`: where an elder is at home from a day on, until the next.
@MappedEntity("elder_standing")
record ElderStandingEntity(
        @EmbeddedId Key id,
        Household.Kind householdKind,
        String householdDivision,
        String residenceDivision,
        int careGrade) {

    @Embeddable
    record Key(
            @MappedProperty("elder_id") long elderId,
            @MappedProperty("valid_from") LocalDate validFrom) {}

    static ElderStandingEntity of(long elderId, LocalDate from, Standing standing) {
        return new ElderStandingEntity(
                new Key(elderId, from),
                standing.household().kind(),
                standing.household().division().code(),
                standing.residence().code(),
                standing.careGrade());
    }
}

package org.nuancan.elder.file;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.LocalDate;
import org.nuancan.elder.Standing;
import org.nuancan.policy.fact.Household;

/// A row of `elder_standing`: where an elder is at home from a day on, until the next.
@MappedEntity("elder_standing")
public record ElderStandingEntity(
        @EmbeddedId Key id,
        Household.Kind householdKind,
        String householdDivision,
        String residenceDivision,
        int careGrade) {

    /// The elder, and the first day of the standing.
    @Embeddable
    public record Key(
            @MappedProperty("elder_id") long elderId,
            @MappedProperty("valid_from") LocalDate validFrom) {}

    /// The row of a standing that holds from a day on, until the next one begins.
    public static ElderStandingEntity of(long elderId, LocalDate from, Standing standing) {
        return new ElderStandingEntity(
                new Key(elderId, from),
                standing.household().kind(),
                standing.household().division().code(),
                standing.residence().code(),
                standing.careGrade());
    }
}

package org.nuancan.policy.fact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Facts about an elder that policies use, as of the service date.
///
/// @param birthDate the day of birth
/// @param household place of household registration
/// @param residenceDivision division of residence
/// @param categories categories on the service date
/// @param careGrade 0 to 6, 0 for not assessed
/// @param stays in institutions and hospitals
/// @param status as recorded
/// @param deceasedOn the day of death; empty: alive, or not known
public record ElderFacts(
        LocalDate birthDate,
        Household household,
        Division residenceDivision,
        Set<Category> categories,
        int careGrade,
        List<Stay> stays,
        ElderStatus status,
        Optional<LocalDate> deceasedOn) {

    /// Copies the collections.
    public ElderFacts {
        categories = Set.copyOf(categories);
        stays = List.copyOf(stays);
    }

    /// The age in full years on a day. The birthday of an elder born on 29 February is 1 March in
    /// common years.
    public long ageOn(LocalDate date) {
        return ChronoUnit.YEARS.between(birthDate, date);
    }

    /// Whether the elder takes part on a day. An elder who died is dead from that day on, and was
    /// active before.
    public boolean isActiveOn(LocalDate date) {
        if (deceasedOn.isPresent() && !date.isBefore(deceasedOn.get())) {
            return false;
        }
        return switch (status) {
            case ACTIVE -> true;
            case DECEASED -> deceasedOn.isPresent();
            case SUSPENDED, MOVED_AWAY -> false;
        };
    }

    /// Whether the elder is in an institution or hospital on a day.
    public boolean isInInstitutionOn(LocalDate date) {
        for (var stay : stays) {
            if (stay.holds(date)) {
                return true;
            }
        }
        return false;
    }
}

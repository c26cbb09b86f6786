package org.nuancan.demo.district;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuancan.policy.Period;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.Stay;

/// A fictitious elder of the demo district.
///
/// @param idNumber synthetic, see [SyntheticIdNumbers]
/// @param phone 11 digits that cannot be dialled
/// @param categories with the days on which each holds
/// @param careGrade from 0 to 6
/// @param stays in institutions
/// @param statusSince the first day of the status, if it is not `ACTIVE`
/// @param cardNumber of a `SENIOR_CARD`
/// @param cardValidTo the card's last day
public record DemoElder(
        String name,
        String idNumber,
        LocalDate birthDate,
        boolean female,
        Household household,
        Division residenceDivision,
        String address,
        String phone,
        List<Held> categories,
        int careGrade,
        List<String> diet,
        List<String> allergens,
        List<Stay> stays,
        ElderStatus status,
        Optional<LocalDate> statusSince,
        String cardNumber,
        LocalDate cardValidTo) {

    /// A category and the days on which it holds.
    ///
    /// @param evidence the document that proves it
    public record Held(Category category, Period period, String evidence) {}

    /// The facts about this elder that policies need for a day.
    public ElderFacts on(LocalDate date) {
        return new ElderFacts(
                birthDate,
                household,
                residenceDivision,
                categories.stream()
                        .filter(held -> held.period().holds(date))
                        .map(Held::category)
                        .collect(Collectors.toUnmodifiableSet()),
                careGrade,
                stays,
                status,
                status == ElderStatus.DECEASED ? statusSince : Optional.empty());
    }
}

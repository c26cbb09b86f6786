package org.nuancan.elder.record;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.elder.Contact;
import org.nuancan.elder.Sex;
import org.nuancan.elder.card.CardAnswer;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;

/// An elder's whole record, as callers see it.
///
/// @param version to be sent back with a PATCH
/// @param maskedName as `张*生`
/// @param maskedIdNumber as `110105***********X`
/// @param age in full years today
/// @param districtCode the home district
/// @param deceasedOn the day of death, where the status is `DECEASED`
/// @param cards all that were ever handed out
@Introspected
public record ElderAnswer(
        Id elderId,
        int version,
        String maskedName,
        String maskedIdNumber,
        LocalDate birthDate,
        int age,
        Sex sex,
        HouseholdBody household,
        String residenceDivision,
        String districtCode,
        String address,
        String phone,
        List<HeldBody> categories,
        int careGrade,
        List<String> diet,
        List<String> allergens,
        List<Contact> contacts,
        List<StayBody> stays,
        ElderStatus status,
        @Nullable LocalDate deceasedOn,
        List<CardAnswer> cards,
        Instant registeredAt,
        String registeredBy) {

    /// A division in requests and answers: 9 digits.
    static final String DIVISION = "[0-9]{9}";

    /// Where the household is registered.
    @Introspected
    public record HouseholdBody(
            @NotNull Household.Kind kind, @NotNull @Pattern(regexp = DIVISION) String division) {}

    /// A category with its days.
    ///
    /// @param to the last day; null: open
    @Introspected
    public record HeldBody(
            @NotNull Category category,
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @NotNull @Size(max = 200) String evidence) {

        @Override
        public String toString() {
            return "HeldBody[%s, %s, %s]".formatted(category, from, to);
        }
    }

    /// A stay in an institution or hospital, both days included.
    ///
    /// @param to the last day; null: still there
    @Introspected
    public record StayBody(
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @NotNull @Size(max = 200) String where) {

        @Override
        public String toString() {
            return "StayBody[%s, %s]".formatted(from, to);
        }
    }

    @Override
    public String toString() {
        return "ElderAnswer[%s, %s]".formatted(elderId, maskedName);
    }
}

package org.nuancan.elder.history;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;

/// A row of [ElderHistoryRepository#PARTS].
///
/// @param part which table it is of
/// @param word the kind of the household, the category or the status
@Introspected
public record HistoryPart(
        String part,
        long elderId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String word,
        @Nullable String householdDivision,
        @Nullable String residenceDivision,
        int careGrade) {

    ElderHistory.Part value() {
        return switch (part) {
            case "STANDING" ->
                    new ElderHistory.Part.Home(
                            validFrom,
                            new Household(
                                    Household.Kind.valueOf(present(word)),
                                    new Division(present(householdDivision))),
                            new Division(present(residenceDivision)),
                            careGrade);
            case "CATEGORY" ->
                    new ElderHistory.Part.Held(
                            validFrom,
                            Optional.ofNullable(validTo),
                            Category.valueOf(present(word)));
            case "STAY" -> new ElderHistory.Part.Away(validFrom, Optional.ofNullable(validTo));
            case "STATUS" ->
                    new ElderHistory.Part.Stands(validFrom, ElderStatus.valueOf(present(word)));
            default -> throw new IllegalStateException("no part of a history: " + part);
        };
    }

    private static String present(@Nullable String column) {
        return Objects.requireNonNull(column, "a column of a history is null");
    }
}

package org.nuancan.elder.file;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/// Columns of `elder` that a meal needs.
///
/// @param changes counts all changes about the elder
/// @param maskedName as `张*生`
/// @param diet a word a line
/// @param allergens a word a line
@Introspected
public record SeatedElder(
        long elderId,
        int changes,
        String maskedName,
        LocalDate birthDate,
        String diet,
        String allergens) {}

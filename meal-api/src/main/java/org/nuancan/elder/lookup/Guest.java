package org.nuancan.elder.lookup;

import java.util.List;
import org.nuancan.elder.history.ElderHistory;

/// What is remembered of an elder, as it was when the elder's changes were so many.
///
/// @param elderId who
/// @param changes how often anything about the elder was changed
/// @param maskedName as `张*生`
/// @param diet what the kitchen should know
/// @param allergens what the elder must not eat
/// @param history all that is dated
record Guest(
        long elderId,
        int changes,
        String maskedName,
        List<String> diet,
        List<String> allergens,
        ElderHistory history) {}

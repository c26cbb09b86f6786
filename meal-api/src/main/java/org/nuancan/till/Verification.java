package org.nuancan.till;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.elder.UnusableReason;

/// Whose credential it is and whether it is good.
///
/// @param usable whether a meal can be sold on it
/// @param reason why not; null if it can
/// @param elder whose it is, masked; null if it cannot
/// @param alerts what the cashier should know: `ALLERGENS`, `BIRTHDAY`, `CARD_EXPIRES_SOON`,
///   `PROXY`
@Introspected
record Verification(
        boolean usable,
        @Nullable UnusableReason reason,
        @Nullable Eater elder,
        List<String> alerts) {}

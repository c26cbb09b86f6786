package org.nuancan.till.verification;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.elder.UnusableReason;
import org.nuancan.till.Eater;

/// The owner of a credential, and whether it is usable.
///
/// @param usable whether a meal can be sold with it
/// @param reason why not; null if it is usable
/// @param elder the owner, masked; null if it is not usable
/// @param alerts facts that the cashier should know: `ALLERGENS`, `BIRTHDAY`, `CARD_EXPIRES_SOON`,
///   `PROXY`
@Introspected
record Verification(
        boolean usable,
        @Nullable UnusableReason reason,
        @Nullable Eater elder,
        List<String> alerts) {}

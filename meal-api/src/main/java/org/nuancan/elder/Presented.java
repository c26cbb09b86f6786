package org.nuancan.elder;

import java.util.Optional;

/// What a credential is worth at an instant.
public sealed interface Presented {

    /// It belongs to an elder who takes part.
    ///
    /// @param elderId whose it is
    /// @param cardId the card, if one was presented
    /// @param codeId the code, if one was presented; it is redeemed by the checkout
    record Usable(long elderId, Optional<Long> cardId, Optional<Long> codeId)
            implements Presented {}

    /// It does not.
    record Unusable(UnusableReason reason) implements Presented {}
}

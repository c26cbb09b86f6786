package org.nuancan.ledger.posting;

/// The party that bears an amount that an elder does not pay for an order: a gap, or a meal that
/// was cooked but failed.
public sealed interface Bearer {

    /// The kitchen's provider, on its `discount:`.
    record Kitchen() implements Bearer {}

    /// The provider that delivers, on its `discount:`.
    record Deliverer() implements Bearer {}

    /// A payer, as a claim on the kitchen's statement.
    ///
    /// @param payer a division's code, or `CHARITY:` with a name
    record Payer(String payer) implements Bearer {}
}

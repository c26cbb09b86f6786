package org.nuancan.ledger;

/// Who has a part in an order that was paid at the door or the counter.
///
/// @param kitchen the provider that cooked
/// @param deliverer the provider that delivered; the kitchen's, if it delivers itself or nobody
///   does
/// @param taker the provider that took cash and its like
public record Parties(long kitchen, long deliverer, long taker) {

    /// One provider for everything.
    public static Parties alone(long providerId) {
        return new Parties(providerId, providerId, providerId);
    }
}

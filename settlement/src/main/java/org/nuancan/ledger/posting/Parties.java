package org.nuancan.ledger.posting;

/// The providers that take part in an order that was paid at the door or the counter.
///
/// @param kitchen the provider that cooked
/// @param deliverer the provider that delivered; the kitchen's provider if it delivers itself or
///   there is no delivery
/// @param taker the provider that took cash and similar tenders
public record Parties(long kitchen, long deliverer, long taker) {

    /// One provider for everything.
    public static Parties alone(long providerId) {
        return new Parties(providerId, providerId, providerId);
    }
}

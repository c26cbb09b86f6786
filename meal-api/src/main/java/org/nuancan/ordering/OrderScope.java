package org.nuancan.ordering;

import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.policy.fact.Fulfilment;

/// The orders that a caller may see; all orders if every field is empty.
///
/// - An area sees the orders of elders whose household or residence is in it.
/// - A site sees the orders that it cooks.
/// - A provider's manager sees the orders that the provider cooks or delivers, a dispatcher those
///   that it delivers.
///
/// @param area prefix of the division of the elder's household or residence
/// @param siteId the site that cooks
/// @param providerId the provider that cooks or delivers
/// @param carrierId the provider that delivers
public record OrderScope(
        Optional<String> area,
        Optional<Long> siteId,
        Optional<Long> providerId,
        Optional<Long> carrierId) {

    /// The orders that the caller's scope and role show.
    public static OrderScope of(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> new OrderScope(none(), none(), none(), none());
            case Scope.District(var code) ->
                    new OrderScope(Optional.of(code), none(), none(), none());
            case Scope.Street(var code) ->
                    new OrderScope(Optional.of(code), none(), none(), none());
            case Scope.OfSite(var siteId, _, _) ->
                    new OrderScope(none(), Optional.of(siteId), none(), none());
            case Scope.OfProvider(var providerId, _) ->
                    caller.is(Role.DISPATCHER)
                            ? new OrderScope(none(), none(), none(), Optional.of(providerId))
                            : new OrderScope(none(), none(), Optional.of(providerId), none());
        };
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    /// Whether an order is among them.
    public boolean includes(Preorder order) {
        var eater = order.eater();
        var where = order.where();
        return area.filter(code ->
                        !eater.household().startsWith(code) && !eater.residence().startsWith(code))
                        .isEmpty()
                && siteId.filter(id -> where.siteId() != id).isEmpty()
                && providerId
                        .filter(id -> where.providerId() != id && carrier(order) != id)
                        .isEmpty()
                && carrierId.filter(id -> !isDeliveredBy(order, id)).isEmpty();
    }

    private static boolean isDeliveredBy(Preorder order, long id) {
        return order.when().fulfilment() == Fulfilment.DELIVERY && carrier(order) == id;
    }

    private static long carrier(Preorder order) {
        return order.where().deliveryProviderId().orElse(order.where().providerId());
    }
}

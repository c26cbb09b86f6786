package org.nuancan.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nuancan.ledger.posting.Parties;
import org.nuancan.menu.Menu;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.sale.Basket;

/// A meal ordered for a future day, in its current state.
///
/// @param orderId its id, which is the same after capture
/// @param eater the elder
/// @param where the providers that cook and deliver
/// @param when the meal
/// @param progress its state
/// @param basket the articles at the prices at the time of ordering, including the delivery fee
/// @param agreed the agreed quote
/// @param address delivery address; empty unless it is delivered
/// @param pin four digits given to the elder, as one way to prove the hand-over
public record Preorder(
        long orderId,
        Eater eater,
        Where where,
        When when,
        Progress progress,
        Basket basket,
        Agreed agreed,
        String address,
        String pin) {

    /// The elder of an order.
    ///
    /// @param districtCode the elder's home, 6 digits
    /// @param household the division of the household, 9 digits, at the time of ordering
    /// @param residence the division of the residence, 9 digits, at the time of ordering
    public record Eater(long elderId, String districtCode, String household, String residence) {}

    /// The providers that cook and deliver.
    ///
    /// @param siteId the kitchen
    /// @param providerId its provider
    /// @param deliveryProviderId the provider that delivers, if not the kitchen
    public record Where(long siteId, long providerId, Optional<Long> deliveryProviderId) {

        /// The parties of the order.
        ///
        /// @param taker the provider that takes cash
        public Parties parties(long taker) {
            return new Parties(providerId, deliveryProviderId.orElse(providerId), taker);
        }
    }

    /// The meal of an order.
    ///
    /// @param planId the standing plan that placed it, if any
    public record When(
            LocalDate serviceDate,
            Slot slot,
            Fulfilment fulfilment,
            Instant placedAt,
            String placedBy,
            Optional<Long> planId) {}

    /// The state of an order.
    ///
    /// @param cooked whether the kitchen reported it cooked
    /// @param failure the reason of its failure, if it failed
    /// @param steps number of entries in its history
    public record Progress(
            PreorderState state, boolean cooked, Optional<FailureReason> failure, int steps) {}

    /// The users who accepted alerts.
    ///
    /// @param allergenBy who accepted that a dish contains an allergen of the elder
    /// @param dietBy who accepted that a dish does not meet a diet that the elder needs
    public record Accepted(Optional<String> allergenBy, Optional<String> dietBy) {}

    /// The agreement made at the time of ordering.
    ///
    /// @param elderPays the most that the elder pays
    /// @param accepted the alerts that were accepted
    public record Agreed(
            Fen elderPays, List<Grant> grants, List<Refusal> refusals, Accepted accepted) {

        /// Copies the lists.
        public Agreed {
            grants = List.copyOf(grants);
            refusals = List.copyOf(refusals);
        }
    }

    /// Leaves out the address and the PIN, which are personal.
    @Override
    public String toString() {
        return "Preorder[%d, %s, %s %s]"
                .formatted(orderId, progress.state(), when.serviceDate(), when.slot());
    }

    /// The state of the order.
    public PreorderState state() {
        return progress.state();
    }

    /// Whether the kitchen cooks the order or has cooked it: true unless it was cancelled or failed
    /// before.
    public boolean isCooked() {
        return switch (state()) {
            case PLACED, ACCEPTED, PREPARED, OUT, DELIVERED, COLLECTED -> true;
            case CANCELLED -> false;
            case FAILED -> progress.cooked();
        };
    }

    /// The same order with another state.
    public Preorder at(Progress after) {
        return new Preorder(orderId, eater, where, when, after, basket, agreed, address, pin);
    }

    /// The menu from which it takes portions.
    public Menu.Meal meal() {
        return new Menu.Meal(where.siteId(), when.serviceDate(), when.slot());
    }

    /// The portions that it takes, by sku.
    public SortedMap<String, Integer> portions() {
        return portions(basket);
    }

    /// The portions in a basket, by sku; fees are left out.
    public static SortedMap<String, Integer> portions(Basket basket) {
        var portions = new TreeMap<String, Integer>();
        basket.lines().stream()
                .filter(line -> !line.fee())
                .forEach(line -> portions.merge(line.sku(), line.quantity(), Integer::sum));
        return portions;
    }
}

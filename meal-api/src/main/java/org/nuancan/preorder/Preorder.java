package org.nuancan.preorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nuancan.ledger.Parties;
import org.nuancan.menu.Menu;
import org.nuancan.money.Fen;
import org.nuancan.order.Basket;
import org.nuancan.policy.Fulfilment;
import org.nuancan.policy.Grant;
import org.nuancan.policy.Refusal;
import org.nuancan.policy.Slot;

/// A meal that was ordered for a day to come, in its current state.
///
/// @param orderId its id, the same once it is captured
/// @param eater for whom
/// @param where who cooks and who delivers
/// @param when which meal
/// @param progress how far it has come
/// @param basket what was ordered, at the prices of then, the delivery fee too
/// @param agreed the quote it holds
/// @param address where to bring it; empty unless it is delivered
/// @param pin four digits that the elder is told, one way to prove that it was handed over
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

    /// For whom.
    ///
    /// @param districtCode the elder's home, 6 digits
    /// @param household the division, 9 digits, when it was ordered
    /// @param residence likewise
    public record Eater(long elderId, String districtCode, String household, String residence) {}

    /// Who cooks and who delivers.
    ///
    /// @param siteId the kitchen
    /// @param providerId its provider
    /// @param deliveryProviderId who delivers, if not the kitchen
    public record Where(long siteId, long providerId, Optional<Long> deliveryProviderId) {

        /// Who has a part in it.
        ///
        /// @param taker the provider that takes cash
        Parties parties(long taker) {
            return new Parties(providerId, deliveryProviderId.orElse(providerId), taker);
        }
    }

    /// Which meal.
    ///
    /// @param planId the standing plan it was placed by, if any
    public record When(
            LocalDate serviceDate,
            Slot slot,
            Fulfilment fulfilment,
            Instant placedAt,
            String placedBy,
            Optional<Long> planId) {}

    /// How far it has come.
    ///
    /// @param cooked whether the kitchen reported it cooked
    /// @param failure why it failed, if it has
    /// @param steps how many are in its history
    public record Progress(
            PreorderState state, boolean cooked, Optional<FailureReason> failure, int steps) {}

    /// Who accepted what speaks against it.
    ///
    /// @param allergenBy that a dish holds an allergen of the elder
    /// @param dietBy that a dish does not meet a diet that the elder needs
    public record Accepted(Optional<String> allergenBy, Optional<String> dietBy) {}

    /// What was agreed when it was ordered.
    ///
    /// @param elderPays the elder never pays more than this
    /// @param accepted which alerts the one who ordered accepted
    public record Agreed(
            Fen elderPays, List<Grant> grants, List<Refusal> refusals, Accepted accepted) {

        /// Copies the lists.
        public Agreed {
            grants = List.copyOf(grants);
            refusals = List.copyOf(refusals);
        }
    }

    /// Without address and PIN, which are personal.
    @Override
    public String toString() {
        return "Preorder[%d, %s, %s %s]"
                .formatted(orderId, progress.state(), when.serviceDate(), when.slot());
    }

    /// How far it has come.
    public PreorderState state() {
        return progress.state();
    }

    /// Whether the kitchen cooks it, or has: everything but what was given up before.
    public boolean isCooked() {
        return switch (state()) {
            case PLACED, ACCEPTED, PREPARED, OUT, DELIVERED, COLLECTED -> true;
            case CANCELLED -> false;
            case FAILED -> progress.cooked();
        };
    }

    /// The same order, further.
    Preorder at(Progress after) {
        return new Preorder(orderId, eater, where, when, after, basket, agreed, address, pin);
    }

    /// The menu it takes its portions from.
    public Menu.Meal meal() {
        return new Menu.Meal(where.siteId(), when.serviceDate(), when.slot());
    }

    /// The portions it takes, by sku.
    public SortedMap<String, Integer> portions() {
        return portions(basket);
    }

    static SortedMap<String, Integer> portions(Basket basket) {
        var portions = new TreeMap<String, Integer>();
        basket.lines().stream()
                .filter(line -> !line.fee())
                .forEach(line -> portions.merge(line.sku(), line.quantity(), Integer::sum));
        return portions;
    }
}

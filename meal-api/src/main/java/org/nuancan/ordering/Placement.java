package org.nuancan.ordering;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// A meal that is to be ordered for an elder.
///
/// @param orderId the id the order will have
/// @param elderId the elder
/// @param siteId the site that cooks
/// @param deliveryProviderId the provider that delivers; empty: the kitchen delivers
/// @param meal the meal
/// @param items the articles
/// @param address delivery address; empty: the elder's home
/// @param accepted alerts that the caller has seen and accepts
/// @param by who places the order
public record Placement(
        long orderId,
        long elderId,
        long siteId,
        Optional<Long> deliveryProviderId,
        Meal meal,
        List<Item> items,
        Optional<String> address,
        Accepted accepted,
        By by) {

    /// The date, slot and fulfilment of a meal.
    public record Meal(LocalDate serviceDate, Slot slot, Fulfilment fulfilment) {}

    /// The quantity of an article.
    ///
    /// @param unitPriceFen if given, it must equal the price on the list
    public record Item(String sku, int quantity, Optional<Long> unitPriceFen) {}

    /// The alerts that the caller has seen and accepts.
    ///
    /// @param allergen that a dish contains an allergen of the elder
    /// @param diet that a dish does not meet a diet that the elder needs
    /// @param collision that a standing plan orders the same meal
    public record Accepted(boolean allergen, boolean diet, boolean collision) {

        /// No alert is accepted.
        public static final Accepted NOTHING = new Accepted(false, false, false);
    }

    /// The author of an order.
    public sealed interface By {

        /// A user who orders for an elder of their own area.
        record DeskUser(Caller caller) implements By {}

        /// A standing plan.
        ///
        /// @param madeBy the user who made it
        record Plan(long planId, String madeBy) implements By {}

        /// The name for the history.
        default String name() {
            return switch (this) {
                case DeskUser(var caller) -> caller.username();
                case Plan(var planId, _) -> "plan:" + planId;
            };
        }

        /// The user who accepts alerts.
        default String accepting() {
            return switch (this) {
                case DeskUser(var caller) -> caller.username();
                case Plan(_, var madeBy) -> madeBy;
            };
        }
    }

    /// Leaves out the address, which is personal.
    @Override
    public String toString() {
        return "Placement[%d, %s %s]".formatted(orderId, meal.serviceDate(), meal.slot());
    }

    /// Copies the items.
    public Placement {
        items = List.copyOf(items);
    }
}

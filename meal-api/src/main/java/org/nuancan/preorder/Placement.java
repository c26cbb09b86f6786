package org.nuancan.preorder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.policy.Fulfilment;
import org.nuancan.policy.Slot;

/// A meal that is to be ordered for an elder.
///
/// @param orderId the id the order will have
/// @param elderId for whom
/// @param siteId who cooks
/// @param deliveryProviderId who delivers; empty: the kitchen itself
/// @param meal which meal
/// @param items what
/// @param address where to bring it; empty: where the elder lives
/// @param accepted which alerts the one who orders has seen and accepts
/// @param by who orders
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

    /// Which meal.
    public record Meal(LocalDate serviceDate, Slot slot, Fulfilment fulfilment) {}

    /// How many of an article.
    ///
    /// @param unitPriceFen if given, it must be the list's
    public record Item(String sku, int quantity, Optional<Long> unitPriceFen) {}

    /// Which alerts the one who orders has seen and accepts.
    ///
    /// @param allergen that a dish holds an allergen of the elder
    /// @param diet that a dish does not meet a diet that the elder needs
    /// @param collision that a standing plan orders the same meal
    public record Accepted(boolean allergen, boolean diet, boolean collision) {

        /// No alert is accepted.
        public static final Accepted NOTHING = new Accepted(false, false, false);
    }

    /// Who orders.
    public sealed interface By {

        /// A user at a desk, for an elder of the own area.
        record Desk(Caller caller) implements By {}

        /// A standing plan.
        ///
        /// @param madeBy the user who made it
        record Plan(long planId, String madeBy) implements By {}

        /// As it is written in the history.
        default String name() {
            return switch (this) {
                case Desk(var caller) -> caller.username();
                case Plan(var planId, _) -> "plan:" + planId;
            };
        }

        /// The user who accepts alerts.
        default String accepting() {
            return switch (this) {
                case Desk(var caller) -> caller.username();
                case Plan(_, var madeBy) -> madeBy;
            };
        }
    }

    /// Without the address, which is personal.
    @Override
    public String toString() {
        return "Placement[%d, %s %s]".formatted(orderId, meal.serviceDate(), meal.slot());
    }

    /// Copies the items.
    public Placement {
        items = List.copyOf(items);
    }
}

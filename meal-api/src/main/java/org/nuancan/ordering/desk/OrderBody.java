package org.nuancan.ordering.desk;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.Identifier;
import org.nuancan.ordering.Addresses;
import org.nuancan.ordering.Placement;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// A meal to order.
///
/// @param elderId the elder
/// @param siteId the site that cooks
/// @param deliveryProviderId the provider that delivers; null: the kitchen delivers, or the meal is
///   collected
/// @param items dishes of the menu; a fee of the delivery provider may be included
/// @param address delivery address; null: the elder's home
/// @param allergenAccepted whether the caller accepts that a dish contains an allergen of the elder
/// @param dietAccepted whether the caller accepts that a dish does not meet a diet that the elder
///   needs
/// @param collisionAccepted whether the caller accepts that a standing plan orders the same meal
@Introspected
record OrderBody(
        @NotNull Id elderId,
        @NotNull Id siteId,
        @Nullable Id deliveryProviderId,
        @NotNull LocalDate serviceDate,
        @NotNull Slot slot,
        @NotNull Fulfilment fulfilment,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Line> items,
        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = Addresses.TEXT) String address,
        @Nullable Boolean allergenAccepted,
        @Nullable Boolean dietAccepted,
        @Nullable Boolean collisionAccepted) {

    /// The quantity of an article.
    ///
    /// @param unitPriceFen if given, it must equal the price on the list
    @Introspected
    record Line(
            @NotBlank @Identifier @Size(max = 64) String sku,
            @NotNull @Min(1) @Max(1000) Integer quantity,
            @Nullable @Min(0) @Max(1_000_000_000) Long unitPriceFen) {

        Placement.Item item() {
            return new Placement.Item(sku, quantity, Optional.ofNullable(unitPriceFen));
        }
    }

    /// @throws ProblemException `REQUEST_INVALID` for a delivery provider if the meal is not
    ///   delivered
    Placement placement(long orderId, Caller caller) {
        if (deliveryProviderId != null && fulfilment != Fulfilment.DELIVERY) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(
                            new Fault(
                                    "/deliveryProviderId",
                                    "VALUE",
                                    "仅送餐订单可填 / only for what is delivered")));
        }
        return new Placement(
                orderId,
                elderId.value(),
                siteId.value(),
                Optional.ofNullable(deliveryProviderId).map(Id::value),
                new Placement.Meal(serviceDate, slot, fulfilment),
                items.stream().map(Line::item).toList(),
                Optional.ofNullable(address),
                new Placement.Accepted(
                        Boolean.TRUE.equals(allergenAccepted),
                        Boolean.TRUE.equals(dietAccepted),
                        Boolean.TRUE.equals(collisionAccepted)),
                new Placement.By.DeskUser(caller));
    }

    /// Leaves out the address, which is personal.
    @Override
    public String toString() {
        return "OrderBody[" + elderId + ", " + siteId + ", " + serviceDate + ", " + slot + "]";
    }
}

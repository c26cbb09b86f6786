package org.nuancan.plan;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.Identifier;
import org.nuancan.ordering.Addresses;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// A standing plan to make.
///
/// @param siteId the site that cooks
/// @param deliveryProviderId the provider that delivers; null: the kitchen delivers, or the meal is
///   collected
/// @param weekdays days of the week
/// @param items the dishes, by sku of the site's menus
/// @param from the first day
/// @param to the last day; null: open
/// @param onRestDays whether also on public holidays; null: yes
/// @param address delivery address; null: the elder's home
/// @param allergenAccepted whether the author accepts that a dish contains an allergen of the elder
/// @param dietAccepted whether the author accepts that a dish does not meet a diet that the elder
///   needs
@Introspected
record PlanBody(
        @NotNull Id siteId,
        @Nullable Id deliveryProviderId,
        @NotEmpty @Size(max = 7) List<@NotNull Weekday> weekdays,
        @NotNull Slot slot,
        @NotNull Fulfilment fulfilment,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Line> items,
        @NotNull LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean onRestDays,
        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = Addresses.TEXT) String address,
        @Nullable Boolean allergenAccepted,
        @Nullable Boolean dietAccepted) {

    /// The quantity of a dish.
    @Introspected
    record Line(
            @NotNull @Identifier @Pattern(regexp = "[!-~]{1,64}") String sku,
            @NotNull @Min(1) @Max(1000) Integer quantity) {}

    /// @param by the user who makes the plan
    MealPlan.Meal meal(String by) {
        return new MealPlan.Meal(
                siteId.value(),
                Optional.ofNullable(deliveryProviderId).map(Id::value),
                slot,
                fulfilment,
                items.stream().map(line -> new MealPlan.Item(line.sku(), line.quantity())).toList(),
                Optional.ofNullable(address),
                new MealPlan.Accepted(
                        Boolean.TRUE.equals(allergenAccepted),
                        Boolean.TRUE.equals(dietAccepted),
                        by));
    }

    MealPlan.Days days() {
        return new MealPlan.Days(
                weekdays.stream().map(Weekday::day).collect(Collectors.toUnmodifiableSet()),
                !Boolean.FALSE.equals(onRestDays),
                from,
                Optional.ofNullable(to));
    }

    /// Leaves out the address, which is personal.
    @Override
    public String toString() {
        return "PlanBody[" + siteId + ", " + weekdays + ", " + slot + "]";
    }
}

package org.nuancan.menu;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.nuancan.http.text.Identifier;

/// A menu to set.
///
/// @param items the dishes that can be ordered
/// @param orderUntil the last instant at which it can be ordered
@Introspected
record MenuBody(
        @NotNull @Size(max = 200) List<@NotNull @Valid Line> items, @NotNull Instant orderUntil) {

    /// The number of portions of a dish.
    @Introspected
    record Line(
            @NotNull @Identifier @Pattern(regexp = "[!-~]{1,64}") String sku,
            @NotNull @Min(0) @Max(100_000) Integer portions) {}

    MenuService.Wanted wanted(Menu.Meal meal) {
        return new MenuService.Wanted(
                meal,
                orderUntil,
                items.stream()
                        .map(line -> new MenuService.Wanted.Line(line.sku(), line.portions()))
                        .toList());
    }
}

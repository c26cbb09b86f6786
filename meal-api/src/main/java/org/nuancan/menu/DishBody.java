package org.nuancan.menu;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Identifier;

/// A dish in a request or an answer.
///
/// @param sku code as on the price list
/// @param allergens words for allergens in the dish; words of the list are answered as codes (`花生`:
///   `PEANUT`)
/// @param diet words for diets that the dish suits; answered as codes likewise (`清真`: `HALAL`)
/// @param nutrition nutrition of one portion; null if not known
@Introspected
record DishBody(
        @NotNull @Identifier @Pattern(regexp = "[!-~]{1,64}") String sku,
        @NotNull @Valid Names name,
        @NotNull @Size(max = 30)
                List<@NotBlank @Size(max = 40) @Pattern(regexp = "\\P{Cntrl}*") String> allergens,
        @NotNull @Size(max = 20)
                List<@NotBlank @Size(max = 40) @Pattern(regexp = "\\P{Cntrl}*") String> diet,
        @Nullable @Valid NutritionBody nutrition) {

    private static final int MOST = 10_000_000;

    /// A name in both languages.
    @Introspected
    record Names(
            @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String zh,
            @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String en) {}

    /// Nutrition of one portion.
    @Introspected
    record NutritionBody(
            @NotNull @Min(0) @Max(MOST) Integer energyKj,
            @NotNull @Min(0) @Max(MOST) Integer proteinMg,
            @NotNull @Min(0) @Max(MOST) Integer fatMg,
            @NotNull @Min(0) @Max(MOST) Integer carbohydrateMg,
            @NotNull @Min(0) @Max(MOST) Integer sodiumMg) {

        private Dish.Nutrition nutrition() {
            return new Dish.Nutrition(energyKj, proteinMg, fatMg, carbohydrateMg, sodiumMg);
        }

        static NutritionBody of(Dish.Nutrition known) {
            return new NutritionBody(
                    known.energyKj(),
                    known.proteinMg(),
                    known.fatMg(),
                    known.carbohydrateMg(),
                    known.sodiumMg());
        }
    }

    Dish dish() {
        return new Dish(
                sku,
                name.zh(),
                name.en(),
                allergens,
                diet,
                Optional.ofNullable(nutrition).map(NutritionBody::nutrition));
    }

    static DishBody of(Dish dish) {
        return new DishBody(
                dish.sku(),
                new Names(dish.nameZh(), dish.nameEn()),
                dish.allergens(),
                dish.diet(),
                dish.nutrition().map(NutritionBody::of).orElse(null));
    }
}

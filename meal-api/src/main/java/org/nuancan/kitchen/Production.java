package org.nuancan.kitchen;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Counts for cooking a meal: portions by dish, diet and drop point, and the plates that need care.
/// Pure.
///
/// @param orders number of orders
/// @param portions number of portions
/// @param dishes the counts of each dish, by sku
/// @param different the plates that need care
record Production(int orders, int portions, List<DishCount> dishes, List<Different> different) {

    /// The counts of one dish.
    record DishCount(String sku, String nameZh, String nameEn, int portions, List<Count> counts) {}

    /// The number of portions of a dish for one diet and drop point.
    ///
    /// @param diet diet of the eaters: `LOW_SALT+SOFT`, empty for regular
    /// @param dropPoint destination: `COUNTER`, or a street's code
    record Count(String diet, String dropPoint, int portions) {}

    /// A plate that needs care.
    ///
    /// @param needs diets that the elder needs
    /// @param unmet needs that the dish does not meet by itself
    /// @param allergens allergens of the elder that the dish contains
    record Different(
            String orderId,
            String maskedName,
            String dropPoint,
            String sku,
            int quantity,
            List<String> needs,
            List<String> unmet,
            List<String> allergens) {}

    private record Key(String diet, String dropPoint) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            var first = dropPoint.compareTo(other.dropPoint);
            return first != 0 ? first : diet.compareTo(other.diet);
        }
    }

    /// Counts those of `servings` that are cooked.
    static Production of(Collection<Serving> servings) {
        var cooked = servings.stream().filter(Serving::isCooked).toList();
        var names = new TreeMap<String, Plate>();
        var counts = new TreeMap<String, TreeMap<Key, Integer>>();
        for (var serving : cooked) {
            for (var plate : serving.plates()) {
                names.put(plate.sku(), plate);
                counts.computeIfAbsent(plate.sku(), _ -> new TreeMap<>())
                        .merge(
                                new Key(serving.diet(), serving.dropPoint()),
                                plate.quantity(),
                                Integer::sum);
            }
        }
        return new Production(
                cooked.size(),
                cooked.stream().mapToInt(Serving::portions).sum(),
                counts.entrySet().stream()
                        .map(entry ->
                                dish(
                                        Objects.requireNonNull(names.get(entry.getKey())),
                                        entry.getValue()))
                        .toList(),
                cooked.stream().flatMap(serving -> different(serving).stream()).toList());
    }

    private static DishCount dish(Plate plate, Map<Key, Integer> counts) {
        return new DishCount(
                plate.sku(),
                plate.nameZh(),
                plate.nameEn(),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.entrySet().stream()
                        .map(entry ->
                                new Count(
                                        entry.getKey().diet(),
                                        entry.getKey().dropPoint(),
                                        entry.getValue()))
                        .toList());
    }

    private static List<Different> different(Serving serving) {
        return serving.plates().stream()
                .filter(Plate::isDifferent)
                .map(plate ->
                        new Different(
                                Long.toString(serving.orderId()),
                                serving.maskedName(),
                                serving.dropPoint(),
                                plate.sku(),
                                plate.quantity(),
                                serving.needs(),
                                plate.unmet(),
                                plate.forbidden()))
                .toList();
    }
}

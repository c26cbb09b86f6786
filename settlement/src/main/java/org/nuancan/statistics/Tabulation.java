package org.nuancan.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds up meals by some dimensions. Elders are counted exactly: each cell keeps the set of its
/// elders, as numbers from 0 in a compressed bitmap.
public final class Tabulation {

    private static final int NOT_THERE = -1;

    private final List<Dimension> by;
    private final int atPolicy;
    private final int atTender;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Map<List<String>, CellTally> cells = new HashMap<>();
    private final CellTally total = new CellTally();

    /// @param by up to three different dimensions
    public Tabulation(List<Dimension> by) {
        this.by = List.copyOf(by);
        this.atPolicy = by.contains(Dimension.policy) ? by.indexOf(Dimension.policy) : NOT_THERE;
        this.atTender = by.contains(Dimension.tender) ? by.indexOf(Dimension.tender) : NOT_THERE;
    }

    /// Adds a meal to the total and to each of its cells.
    public void add(CountedMeal meal) {
        add(total, meal, CellTally.Part.ALL);
        for (var key : keys(meal)) {
            add(cells.computeIfAbsent(key, _ -> new CellTally()), meal, part(key));
        }
    }

    private void add(CellTally tally, CountedMeal meal, CellTally.Part part) {
        if (meal.eater().isPresent()) {
            tally.add(meal, number(meal.eater().get().elderId()), part);
        } else {
            tally.addAnonymous(meal, part);
        }
    }

    private int number(long elderId) {
        return numbers.computeIfAbsent(elderId, _ -> numbers.size());
    }

    /// All combinations of the meal's values.
    private List<List<String>> keys(CountedMeal meal) {
        if (by.isEmpty()) {
            return List.of();
        }
        var keys = List.of(List.<String>of());
        for (var dimension : by) {
            var longer = new ArrayList<List<String>>();
            for (var value : dimension.valuesOf(meal)) {
                keys.forEach(key -> longer.add(with(key, value)));
            }
            keys = longer;
        }
        return keys;
    }

    private static List<String> with(List<String> key, String value) {
        var longer = new ArrayList<>(key);
        longer.add(value);
        return List.copyOf(longer);
    }

    private CellTally.Part part(List<String> key) {
        return new CellTally.Part(
                share -> atPolicy == NOT_THERE || share.policyCode().equals(key.get(atPolicy)),
                tender -> atTender == NOT_THERE || tender.name().equals(key.get(atTender)));
    }

    /// Number of cells so far.
    public int size() {
        return cells.size();
    }

    /// The cells in the order of their keys, and the total.
    public CellTable table() {
        var found =
                cells.entrySet().stream()
                        .map(cell -> CountedCell.shown(cell.getKey(), cell.getValue().figures()))
                        .sorted(Comparator.comparing(CountedCell::key, order()))
                        .toList();
        return new CellTable(by, found, CountedCell.shown(List.of(), total.figures()));
    }

    private Comparator<List<String>> order() {
        Comparator<List<String>> order = (_, _) -> 0;
        for (var at = 0; at < by.size(); at++) {
            var place = at;
            order = order.thenComparing((List<String> key) -> key.get(place), by.get(at).order());
        }
        return order;
    }
}

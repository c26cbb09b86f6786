package org.nuancan.statistics;

import java.util.List;
import java.util.Optional;

/// The figures of the meals that have one combination of values.
///
/// @param key the values, in the order of the dimensions; empty for the total
/// @param hiding why the figures must not be shown; empty if they may be
public record CountedCell(List<String> key, Figures figures, Optional<Hiding> hiding) {

    /// Reasons for hiding the figures of a cell.
    public enum Hiding {
        /// There are fewer than 5 elders.
        FEW,
        /// The figures of another hidden cell could be computed from it.
        SECOND
    }

    public CountedCell {
        key = List.copyOf(key);
    }

    static CountedCell shown(List<String> key, Figures figures) {
        return new CountedCell(key, figures, Optional.empty());
    }

    CountedCell hidden(Hiding why) {
        return new CountedCell(key, figures, Optional.of(why));
    }

    boolean isHidden() {
        return hiding.isPresent();
    }
}

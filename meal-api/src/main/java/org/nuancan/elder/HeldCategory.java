package org.nuancan.elder;

import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.policy.fact.Category;

/// A category and the days on which it holds, both included.
///
/// @param category which
/// @param from the first day
/// @param to the last day; empty: open
/// @param evidence the paper it rests on, may be empty
public record HeldCategory(
        Category category, LocalDate from, Optional<LocalDate> to, String evidence) {

    /// @throws IllegalArgumentException if it ends before it begins
    public HeldCategory {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("%s is before %s".formatted(to.get(), from));
        }
    }

    /// Whether both are the same category on the same days; the evidence may differ.
    public boolean hasSameDays(HeldCategory other) {
        return category == other.category && from.equals(other.from) && to.equals(other.to);
    }

    @Override
    public String toString() {
        return "HeldCategory[%s, %s, %s]".formatted(category, from, to);
    }
}

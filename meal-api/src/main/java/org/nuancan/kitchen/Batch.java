package org.nuancan.kitchen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.policy.Slot;

/// What was cooked at once of a dish.
///
/// @param portions how many
/// @param discarded how many of them were thrown away
/// @param coreDecicelsius how hot the core was, in tenths of a degree
/// @param holds how hot it was kept since, oldest first
record Batch(
        long batchId,
        long siteId,
        LocalDate date,
        Slot slot,
        String sku,
        int portions,
        int discarded,
        Instant cookedAt,
        int coreDecicelsius,
        List<Hold> holds) {

    private static final int TENTHS = 10;

    /// A reading of the temperature at which it is kept.
    record Hold(Instant at, int decicelsius) {}

    Batch {
        holds = List.copyOf(holds);
    }

    /// What may be handed out of it.
    int usable() {
        return portions - discarded;
    }

    /// Whether it may leave the kitchen at an instant: within 2 h of cooking, or kept at 60 °C or
    /// above ever since, by readings of which none is older than the setting allows.
    boolean mayLeave(Instant at, KitchenSettings rules) {
        if (!at.isAfter(cookedAt.plus(rules.leaveWithin()))) {
            return true;
        }
        var hot = rules.hotCelsius() * TENTHS;
        var known = holds.stream().filter(hold -> !hold.at().isAfter(at)).toList();
        if (known.isEmpty() || known.stream().anyMatch(hold -> hold.decicelsius() < hot)) {
            return false;
        }
        var first = known.getFirst().at();
        var last = known.getLast().at();
        return !first.isAfter(cookedAt.plus(rules.leaveWithin()))
                && Duration.between(last, at).compareTo(rules.hotCheckedEvery()) <= 0;
    }
}

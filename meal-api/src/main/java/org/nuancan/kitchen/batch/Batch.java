package org.nuancan.kitchen.batch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.policy.fact.Slot;

/// A batch: the portions of one dish that were cooked together.
///
/// @param portions number of portions cooked
/// @param discarded number of those portions that were thrown away
/// @param coreDecicelsius core temperature after cooking, in tenths of a degree Celsius
/// @param holds readings of the holding temperature, oldest first
public record Batch(
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

    /// A reading of the holding temperature.
    record Hold(Instant at, int decicelsius) {}

    public Batch {
        holds = List.copyOf(holds);
    }

    /// Portions that may still be handed out.
    public int usable() {
        return portions - discarded;
    }

    /// Whether the batch may leave the kitchen at an instant: within 2 h of cooking, or later if it
    /// was kept at 60 °C or above ever since, with no gap between readings longer than the setting
    /// allows.
    public boolean mayLeave(Instant at, KitchenSettings rules) {
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

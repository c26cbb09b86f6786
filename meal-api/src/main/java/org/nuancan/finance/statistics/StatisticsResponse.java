package org.nuancan.finance.statistics;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.money.Fen;
import org.nuancan.statistics.CountedCell;
import org.nuancan.statistics.Dimension;
import org.nuancan.statistics.Figures;
import org.nuancan.statistics.LedgerFooting;

/// Statistics of a stretch of service dates.
///
/// @param asOf the instant of the figures
/// @param overlaps whether a meal can be in several cells, so that their sum exceeds the total
/// @param cells in the order of their keys; only those with a meal
/// @param footing null if the total is hidden
@Introspected
record StatisticsResponse(
        LocalDate from,
        LocalDate to,
        Instant asOf,
        List<Dimension> by,
        boolean overlaps,
        List<CellAnswer> cells,
        CellAnswer total,
        @Nullable FootingAnswer footing) {

    /// The meals with one combination of values.
    ///
    /// @param key the values in the order of `by`; `NONE` without a value, `ANONYMOUS` for sales
    ///   without an elder; empty for the total
    /// @param names the values in words
    /// @param hidden null if the figures are shown; `FEW` for fewer than 5 elders, to be printed as
    ///   `<5`; `SECOND` if a hidden cell could be computed from it
    /// @param figures null if they are hidden
    @Introspected
    record CellAnswer(
            List<String> key,
            List<String> names,
            CountedCell.@Nullable Hiding hidden,
            @Nullable FiguresAnswer figures) {

        static CellAnswer of(CountedCell cell, List<String> names) {
            return new CellAnswer(
                    cell.key(),
                    names,
                    cell.hiding().orElse(null),
                    cell.hiding().isPresent() ? null : FiguresAnswer.of(cell.figures()));
        }
    }

    /// Counts and amounts, after refunds and recoveries.
    ///
    /// @param elders distinct elders over the whole stretch
    /// @param meals meals of elders
    /// @param delivered how many of them were delivered
    /// @param billFen their items that policies look at
    /// @param elderPaysFen the amount that elders paid for them, other items included; by tender
    ///   with this tender
    /// @param grantedFen the grants of all payers; by policy under this policy
    /// @param anonymous sales without an elder, which are not in the other figures
    @Introspected
    record FiguresAnswer(
            long elders,
            long meals,
            long delivered,
            Fen billFen,
            Fen elderPaysFen,
            Fen grantedFen,
            List<GrantAnswer> grants,
            AnonymousAnswer anonymous) {

        static FiguresAnswer of(Figures figures) {
            var anonymous = figures.anonymous();
            return new FiguresAnswer(
                    figures.elders(),
                    figures.meals(),
                    figures.delivered(),
                    figures.bill(),
                    figures.elderPays(),
                    figures.granted(),
                    figures.grants().entrySet().stream()
                            .map(grant -> new GrantAnswer(grant.getKey(), grant.getValue()))
                            .toList(),
                    new AnonymousAnswer(
                            anonymous.meals(),
                            anonymous.delivered(),
                            anonymous.bill(),
                            anonymous.paid()));
        }
    }

    /// The grants that one payer bears.
    ///
    /// @param payer a division, a charity or `PROVIDER`
    @Introspected
    record GrantAnswer(String payer, Fen fen) {}

    /// Sales without an elder.
    @Introspected
    record AnonymousAnswer(long meals, long delivered, Fen billFen, Fen paidFen) {}

    /// The comparison with the ledger.
    ///
    /// @param grantedFen the grants of the total
    /// @param bookedFen the grants in the ledger for the same sites and service dates
    /// @param foots whether both are equal
    @Introspected
    record FootingAnswer(Fen grantedFen, Fen bookedFen, boolean foots) {

        static FootingAnswer of(LedgerFooting footing) {
            return new FootingAnswer(footing.counted(), footing.booked(), footing.foots());
        }
    }
}

package org.nuancan.finance.reconcile;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.money.Fen;
import org.nuancan.reconcile.Case;
import org.nuancan.reconcile.Compared;
import org.nuancan.reconcile.Kind;
import org.nuancan.reconcile.Pair;
import org.nuancan.reconcile.Reconciliation;

/// The reconciliation of a day and a district.
///
/// @param open number of differences that are not closed
@Introspected
record ReconciliationAnswer(LocalDate date, String districtCode, int open, List<Item> items) {

    /// Result of comparing a pair of figures.
    enum Outcome {
        /// Both sides agree and are not empty.
        AGREES,
        DIFFERS,
        /// Both sides are empty.
        NOTHING_TO_COMPARE
    }

    /// One pair of figures.
    ///
    /// @param openUntil time until which tills may still upload sales that resolve a difference;
    ///   null if no more uploads are expected
    @Introspected
    record Item(
            Pair pair,
            String title,
            Outcome outcome,
            String text,
            Side left,
            Side right,
            @Nullable Instant openUntil,
            List<Difference> differences) {}

    /// One side of a pair.
    @Introspected
    record Side(long count, Fen sumFen) {

        static Side of(Compared.Side side) {
            return new Side(side.count(), side.sum());
        }
    }

    /// A difference between two sides.
    ///
    /// @param cause the likely cause, and what to do
    /// @param handled null while no user has taken it, and again after its figures have changed
    @Introspected
    record Difference(
            String differenceId,
            Kind kind,
            Fen leftFen,
            Fen rightFen,
            String cause,
            List<Compared.Reference> records,
            @Nullable Handled handled) {}

    /// The handling of a difference by users.
    @Introspected
    record Handled(
            Case.State state, String takenBy, @Nullable String explanation, Instant changedAt) {

        static Handled of(Case one) {
            return new Handled(
                    one.state(), one.takenBy(), one.explanation().orElse(null), one.changedAt());
        }
    }

    static ReconciliationAnswer of(
            LocalDate date, String district, List<Reconciliation.Result> results, boolean english) {
        var open =
                results.stream()
                        .flatMap(one -> one.found().stream())
                        .filter(one ->
                                one.handled()
                                        .filter(it -> it.state() == Case.State.CLOSED)
                                        .isEmpty())
                        .count();
        return new ReconciliationAnswer(
                date,
                district,
                Math.toIntExact(open),
                results.stream().map(one -> item(one, english)).toList());
    }

    private static Item item(Reconciliation.Result result, boolean english) {
        var compared = result.compared();
        var outcome = outcome(compared);
        return new Item(
                compared.pair(),
                compared.pair().title(english),
                outcome,
                text(compared, outcome, english),
                Side.of(compared.left()),
                Side.of(compared.right()),
                result.openUntil().orElse(null),
                result.found().stream().map(one -> difference(one, english)).toList());
    }

    private static Outcome outcome(Compared compared) {
        if (compared.isNothing()) {
            return Outcome.NOTHING_TO_COMPARE;
        }
        return compared.differences().isEmpty() ? Outcome.AGREES : Outcome.DIFFERS;
    }

    private static String text(Compared compared, Outcome outcome, boolean english) {
        var left = compared.left().count();
        var right = compared.right().count();
        return switch (outcome) {
            case NOTHING_TO_COMPARE -> english ? "nothing to compare" : "没有可核对的记录";
            case AGREES ->
                    english
                            ? "no difference: %d against %d compared".formatted(left, right)
                            : "无差异：%d 条对 %d 条".formatted(left, right);
            case DIFFERS ->
                    english
                            ? "%d differences: %d against %d compared"
                                    .formatted(compared.differences().size(), left, right)
                            : "%d 处差异：%d 条对 %d 条"
                                    .formatted(compared.differences().size(), left, right);
        };
    }

    private static Difference difference(Reconciliation.HandledDifference found, boolean english) {
        var one = found.difference();
        return new Difference(
                found.differenceId(),
                one.kind(),
                one.left(),
                one.right(),
                one.kind().cause(english),
                one.records(),
                found.handled().map(Handled::of).orElse(null));
    }
}

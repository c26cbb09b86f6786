package org.nuancan.reconcile;

import static io.micronaut.transaction.TransactionDefinition.Isolation.REPEATABLE_READ;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.Transactions;
import org.nuancan.reconcile.Case.Step;
import org.nuancan.reconcile.Compared.Difference;
import org.nuancan.reconcile.Comparison.DayOfDistrict;

/// Compares all sets of figures of a day and a district that must agree.
@Singleton
public class Reconciliation {

    private static final int KEY = 32;

    /// Outcome of a step on a difference.
    public sealed interface StepOutcome {

        /// The step is done.
        record Taken(Case after) implements StepOutcome {}

        /// The step cannot follow the earlier steps.
        record DoesNotFollow() implements StepOutcome {}

        /// There is no such difference at present.
        record NoSuchDifference() implements StepOutcome {}
    }

    /// A difference with the work on it.
    ///
    /// @param differenceId the same whenever it is computed
    /// @param handled empty while it is open, or if its figures have changed since
    public record HandledDifference(
            String differenceId, Difference difference, Optional<Case> handled) {}

    /// The result of one pair.
    ///
    /// @param openUntil instant until which expected records can still remove a difference
    public record Result(
            Compared compared, List<HandledDifference> found, Optional<Instant> openUntil) {

        public Result {
            found = List.copyOf(found);
        }
    }

    private final Transactions transactions;
    private final List<Comparison> comparisons;
    private final Cases cases;

    Reconciliation(Transactions transactions, List<Comparison> comparisons, Cases cases) {
        this.transactions = transactions;
        this.comparisons =
                comparisons.stream().sorted(Comparator.comparing(Comparison::pair)).toList();
        this.cases = cases;
    }

    /// All pairs, in the order in which money passes through them, as of one instant.
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public List<Result> snapshot(DayOfDistrict day) {
        return list(day);
    }

    private List<Result> list(DayOfDistrict day) {
        var handled = cases.of(day);
        return comparisons.stream()
                .map(comparison -> {
                    var compared =
                            transactions.<Compared>reading(
                                    connection -> comparison.of(connection, day));
                    return new Result(
                            compared,
                            compared.differences().stream()
                                    .map(difference ->
                                            found(day, compared.pair(), difference, handled))
                                    .toList(),
                            comparison.openUntil(day));
                })
                .toList();
    }

    /// Takes a step on a difference of the present books.
    ///
    /// @param by account of the person who takes it
    /// @param text the reason of the difference, for `EXPLAIN`
    @Transactional
    public StepOutcome step(
            DayOfDistrict day, String differenceId, Step step, String by, Optional<String> text) {
        for (var result : list(day)) {
            for (var found : result.found()) {
                if (found.differenceId().equals(differenceId)) {
                    return cases.step(day, result.compared().pair(), found, step, by, text)
                            .<StepOutcome>map(StepOutcome.Taken::new)
                            .orElseGet(StepOutcome.DoesNotFollow::new);
                }
            }
        }
        return new StepOutcome.NoSuchDifference();
    }

    private static HandledDifference found(
            DayOfDistrict day, Pair pair, Difference difference, Map<String, Case> handled) {
        var key = key(day, pair, difference);
        var known =
                Optional.ofNullable(handled.get(key))
                        .filter(kept ->
                                kept.left().equals(difference.left())
                                        && kept.right().equals(difference.right()));
        return new HandledDifference(key, difference, known);
    }

    private static String key(DayOfDistrict day, Pair pair, Difference difference) {
        var text =
                String.join(
                        "|",
                        day.date().toString(),
                        day.district(),
                        pair.name(),
                        difference.kind().name(),
                        difference.subject());
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every JDK has SHA-256", exception);
        }
    }
}

package org.nuancan.reconcile;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.reconcile.Compared.Difference;
import org.nuancan.reconcile.Comparison.Wish;

/// Compares everything of a day and a district that must agree.
@Singleton
public final class Reconciliation {

    private static final int KEY = 32;

    /// A difference with what was done about it.
    ///
    /// @param differenceId the same whenever it is computed
    /// @param handled empty while it is open; also where its figures have changed since
    public record Found(String differenceId, Difference difference, Optional<Case> handled) {}

    /// One pair.
    ///
    /// @param openUntil until when more may come in that makes a difference go by itself
    public record Result(Compared compared, List<Found> found, Optional<Instant> openUntil) {

        public Result {
            found = List.copyOf(found);
        }
    }

    private final List<Comparison> comparisons;
    private final Cases cases;

    Reconciliation(List<Comparison> comparisons, Cases cases) {
        this.comparisons =
                comparisons.stream().sorted(Comparator.comparing(Comparison::pair)).toList();
        this.cases = cases;
    }

    /// All pairs, in the order in which money passes through them.
    public List<Result> of(Connection connection, Wish wish) throws SQLException {
        var handled = cases.of(connection, wish);
        var results = new ArrayList<Result>();
        for (var comparison : comparisons) {
            var compared = comparison.of(connection, wish);
            results.add(
                    new Result(
                            compared,
                            compared.differences().stream()
                                    .map(one -> found(wish, compared.pair(), one, handled))
                                    .toList(),
                            comparison.openUntil(wish)));
        }
        return List.copyOf(results);
    }

    private static Found found(
            Wish wish, Pair pair, Difference difference, Map<String, Case> handled) {
        var key = key(wish, pair, difference);
        var known =
                Optional.ofNullable(handled.get(key))
                        .filter(one ->
                                one.left().equals(difference.left())
                                        && one.right().equals(difference.right()));
        return new Found(key, difference, known);
    }

    private static String key(Wish wish, Pair pair, Difference difference) {
        var text =
                String.join(
                        "|",
                        wish.date().toString(),
                        wish.district(),
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

package org.nuancan.payment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nuancan.close.statement.OpenStatements;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Part;
import org.nuancan.receipt.PaidIn;
import org.nuancan.review.PaymentMoves;

/// Reads the open amounts of a district's statements by provider.
@Singleton
final class Open {

    private final OpenStatements statements;
    private final PaymentMoves moves;
    private final PaidIn paidIn;

    Open(OpenStatements statements, PaymentMoves moves, PaidIn paidIn) {
        this.statements = statements;
        this.moves = moves;
        this.paidIn = paidIn;
    }

    /// The open amounts of one provider's statements.
    sealed interface OfProvider {

        /// @param sum of the parts
        record Counted(List<Part> parts, Fen sum) implements OfProvider {}

        /// The amounts are too large to be added up.
        record TooLarge() implements OfProvider {}
    }

    /// Locks the statements that a batch includes: approved or failed ones up to a day, and all
    /// negative ones, also later ones, of the providers that have any of them.
    SortedMap<Long, OfProvider> byProvider(String district, LocalDate through) {
        var locked = moves.lock(statements.payable(district, through));
        var paid = paidIn.of(locked.stream().map(Standing::statementId).toList());
        var taken = new TreeMap<Long, List<Standing>>();
        for (var statement : locked) {
            if (isTaken(statement, through)) {
                taken.computeIfAbsent(statement.providerId(), _ -> new ArrayList<>())
                        .add(statement);
            }
        }
        var open = new TreeMap<Long, OfProvider>();
        taken.forEach((providerId, some) -> open.put(providerId, counted(some, paid)));
        return open;
    }

    /// If a provider's amounts cannot be added up, the other providers are still paid.
    private static OfProvider counted(List<Standing> statements, Map<Long, Fen> paid) {
        try {
            var parts = statements.stream().map(statement -> part(statement, paid)).toList();
            return new OfProvider.Counted(parts, Fen.sum(parts.stream().map(Part::fen).toList()));
        } catch (ArithmeticException _) {
            return new OfProvider.TooLarge();
        }
    }

    private static Part part(Standing statement, Map<Long, Fen> paid) {
        return new Part(
                statement.statementId(),
                statement.providerId(),
                statement
                        .payable()
                        .minus(statement.held())
                        .plus(paid.getOrDefault(statement.statementId(), Fen.ZERO)));
    }

    /// Checks the conditions again under the lock.
    private static boolean isTaken(Standing statement, LocalDate through) {
        return PaymentMoves.isPayable(statement)
                && (statement.payable().isNegative() || !statement.date().date().isAfter(through));
    }
}

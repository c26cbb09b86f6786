package org.nuancan.payment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nuancan.close.StatementStates.Standing;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Part;
import org.nuancan.receipt.PaidIn;
import org.nuancan.review.PaymentMoves;

/// What is open of a district's statements, provider by provider.
@Singleton
final class Open {

    private final PaymentMoves moves;
    private final PaidIn paidIn;

    Open(PaymentMoves moves, PaidIn paidIn) {
        this.moves = moves;
        this.paidIn = paidIn;
    }

    /// What is open of one provider's statements.
    sealed interface OfProvider {

        /// @param sum of the parts
        record Counted(List<Part> parts, Fen sum) implements OfProvider {}

        /// It cannot be added up.
        record TooLarge() implements OfProvider {}
    }

    /// Locks the statements that a batch takes up: approved or failed ones up to a day, and all
    /// negative ones since, of the providers that have any of them.
    SortedMap<Long, OfProvider> byProvider(
            Connection connection, String district, LocalDate through) throws SQLException {
        var candidates =
                Sql.on(
                                connection,
                                """
                                select s.statement_id
                                  from statement s
                                 where s.district_code = ?
                                   and s.state not in ('PAID', 'IN_PAYMENT')
                                   and ((s.state in ('APPROVED', 'PAYMENT_FAILED')
                                         and s.statement_date <= ?)
                                        or s.payable_fen < 0)
                                """)
                        .with(district, through)
                        .list(row -> row.number("statement_id"));
        var locked = moves.lock(connection, candidates);
        var paid = paidIn.of(locked.stream().map(Standing::statementId).toList());
        var taken = new TreeMap<Long, List<Standing>>();
        for (var one : locked) {
            if (isTaken(one, through)) {
                taken.computeIfAbsent(one.providerId(), _ -> new ArrayList<>()).add(one);
            }
        }
        var open = new TreeMap<Long, OfProvider>();
        taken.forEach((providerId, statements) -> open.put(providerId, counted(statements, paid)));
        return open;
    }

    /// A provider whose amounts do not add up keeps no other from being paid.
    private static OfProvider counted(List<Standing> statements, Map<Long, Fen> paid) {
        try {
            var parts = statements.stream().map(one -> part(one, paid)).toList();
            return new OfProvider.Counted(parts, Fen.sum(parts.stream().map(Part::fen).toList()));
        } catch (ArithmeticException _) {
            return new OfProvider.TooLarge();
        }
    }

    private static Part part(Standing one, Map<Long, Fen> paid) {
        return new Part(
                one.statementId(),
                one.providerId(),
                one.payable()
                        .minus(one.held())
                        .plus(paid.getOrDefault(one.statementId(), Fen.ZERO)));
    }

    /// Looked at once more under the lock.
    private static boolean isTaken(Standing one, LocalDate through) {
        return PaymentMoves.isPayable(one)
                && (one.payable().isNegative() || !one.date().date().isAfter(through));
    }
}

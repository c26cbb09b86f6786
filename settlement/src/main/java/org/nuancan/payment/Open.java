package org.nuancan.payment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /// Locks the statements that a batch takes up: approved or failed ones up to a day, and all
    /// negative ones since, of the providers that have any of them.
    Map<Long, List<Part>> byProvider(Connection connection, String district, LocalDate through)
            throws SQLException {
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
        var parts = new TreeMap<Long, List<Part>>();
        for (var one : locked) {
            if (isTaken(one, through)) {
                var open =
                        one.payable()
                                .minus(one.held())
                                .plus(paid.getOrDefault(one.statementId(), Fen.ZERO));
                parts.merge(
                        one.providerId(),
                        List.of(new Part(one.statementId(), one.providerId(), open)),
                        Open::joined);
            }
        }
        return parts;
    }

    /// Looked at once more under the lock.
    private static boolean isTaken(Standing one, LocalDate through) {
        return PaymentMoves.isPayable(one)
                && (one.payable().isNegative() || !one.date().date().isAfter(through));
    }

    private static List<Part> joined(List<Part> some, List<Part> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}

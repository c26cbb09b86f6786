package org.nuancan.receipt;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.nuancan.close.statement.OpenStatements;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.money.Fen;
import org.nuancan.receipt.Matching.Owed;
import org.nuancan.review.PaymentMoves;

/// Reads the open debts of a source, the oldest first.
@Singleton
final class OpenDebts {

    private final OwedRepository owed;
    private final OpenStatements statements;
    private final PaidIn paidIn;
    private final PaymentMoves moves;

    OpenDebts(OwedRepository owed, OpenStatements statements, PaidIn paidIn, PaymentMoves moves) {
        this.owed = owed;
        this.statements = statements;
        this.paidIn = paidIn;
        this.moves = moves;
    }

    /// Called under the source's lock; for a provider, its statements are locked too.
    List<Owed> by(String district, Source source) {
        return switch (source) {
            case Source.Payer(var payer) -> owed(Subject.Kind.CLAIM, owed.claims(district, payer));
            case Source.Provider(var providerId) -> debts(providerId);
            case Source.Tender(var type) ->
                    owed(Subject.Kind.TAKINGS, owed.takings(district, type.name()));
        };
    }

    private static List<Owed> owed(Subject.Kind kind, List<OwedRepository.Open> some) {
        return some.stream()
                .map(row -> new Owed(new Subject(kind, row.subjectId()), Fen.of(row.open())))
                .toList();
    }

    private List<Owed> debts(long providerId) {
        var ids = statements.owedBy(providerId);
        var locked = moves.lock(ids).stream().filter(PaymentMoves::isPayable).toList();
        var paid = paidIn.of(locked.stream().map(Standing::statementId).toList());
        return locked.stream()
                .sorted(Comparator.comparing(Standing::date))
                .map(statement ->
                        new Owed(
                                new Subject(Subject.Kind.DEBT, statement.statementId()),
                                statement
                                        .held()
                                        .minus(statement.payable())
                                        .minus(
                                                paid.getOrDefault(
                                                        statement.statementId(), Fen.ZERO))))
                .filter(debt -> debt.open().isPositive())
                .toList();
    }
}

package org.nuancan.receipt;

import java.util.ArrayList;
import java.util.List;
import org.nuancan.money.Fen;

/// Matches received money with debts, the oldest with the oldest.
final class Matching {

    /// A debt.
    ///
    /// @param open unpaid amount; below 0 if it is owed in the other direction
    record Owed(Subject subject, Fen open) {}

    /// Received money that is not completely matched.
    ///
    /// @param rest unmatched amount, above 0
    record Money(long receiptId, Fen rest) {}

    /// The part of a receipt that pays a debt.
    record Match(long receiptId, Subject subject, Fen fen) {}

    private Matching() {}

    /// @param money oldest first
    /// @param owed oldest first
    static List<Match> of(List<Money> money, List<Owed> owed) {
        var matches = new ArrayList<Match>();
        var open = new ArrayList<>(netted(owed));
        for (var some : money) {
            var rest = some.rest();
            while (rest.isPositive() && !open.isEmpty()) {
                var oldest = open.removeFirst();
                var paid = rest.min(oldest.open());
                matches.add(new Match(some.receiptId(), oldest.subject(), paid));
                rest = rest.minus(paid);
                if (oldest.open().compareTo(paid) > 0) {
                    open.addFirst(new Owed(oldest.subject(), oldest.open().minus(paid)));
                }
            }
        }
        return List.copyOf(matches);
    }

    /// The remaining debts after debts of the other direction are set off against the oldest ones.
    static List<Owed> netted(List<Owed> owed) {
        var credit =
                Fen.sum(owed.stream().map(Owed::open).filter(Fen::isNegative).toList()).negated();
        var left = new ArrayList<Owed>();
        for (var debt : owed) {
            if (debt.open().isPositive()) {
                var used = credit.min(debt.open());
                credit = credit.minus(used);
                if (debt.open().compareTo(used) > 0) {
                    left.add(new Owed(debt.subject(), debt.open().minus(used)));
                }
            }
        }
        return List.copyOf(left);
    }

    /// The sum of debts, those of the other direction subtracted.
    static Fen total(List<Owed> owed) {
        return Fen.sum(owed.stream().map(Owed::open).toList());
    }
}

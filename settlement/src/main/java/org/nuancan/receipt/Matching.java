package org.nuancan.receipt;

import org.nuancan.money.Fen;

import java.util.ArrayList;
import java.util.List;

/// Sets money against what is owed, the oldest against the oldest.
final class Matching {

    /// Something owed.
    ///
    /// @param open what nobody has paid yet; below 0 if it is owed the other way round
    record Owed(Subject subject, Fen open) {}

    /// Money that is not all matched.
    ///
    /// @param rest above 0
    record Money(long receiptId, Fen rest) {}

    /// What of which money paid what.
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

    /// What is owed after what is owed the other way round is set against the oldest of it.
    static List<Owed> netted(List<Owed> owed) {
        var credit =
                Fen.sum(owed.stream().map(Owed::open).filter(Fen::isNegative).toList()).negated();
        var left = new ArrayList<Owed>();
        for (var one : owed) {
            if (one.open().isPositive()) {
                var used = credit.min(one.open());
                credit = credit.minus(used);
                if (one.open().compareTo(used) > 0) {
                    left.add(new Owed(one.subject(), one.open().minus(used)));
                }
            }
        }
        return List.copyOf(left);
    }

    /// All that is owed, one way less the other.
    static Fen total(List<Owed> owed) {
        return Fen.sum(owed.stream().map(Owed::open).toList());
    }
}

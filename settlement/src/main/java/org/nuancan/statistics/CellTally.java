package org.nuancan.statistics;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.reading.GrantShare;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Fulfilment;
import org.roaringbitmap.RoaringBitmap;

/// Adds up the meals of one cell.
final class CellTally {

    /// The part of a meal's amounts that is in the cell: by policy the grants of one policy, by
    /// tender the payments with one tender.
    record Part(Predicate<GrantShare> grants, Predicate<TenderType> tenders) {

        static final Part ALL = new Part(_ -> true, _ -> true);
    }

    private final RoaringBitmap elders = new RoaringBitmap();
    private final TreeMap<String, Fen> grants = new TreeMap<>();
    private long meals;
    private long delivered;
    private Fen bill = Fen.ZERO;
    private Fen paid = Fen.ZERO;
    private Figures.Anonymous anonymous = new Figures.Anonymous(0, 0, Fen.ZERO, Fen.ZERO);

    /// Adds a meal of an elder.
    ///
    /// @param elder the elder's number in this statistic
    void add(CountedMeal meal, int elder, Part part) {
        elders.add(elder);
        meals++;
        delivered += delivered(meal);
        bill = bill.plus(meal.amounts().bill());
        paid = paid.plus(paid(meal, part));
        for (var share : meal.amounts().grants()) {
            if (part.grants().test(share)) {
                grants.merge(share.payer(), share.fen(), Fen::plus);
            }
        }
    }

    /// Adds a sale without an elder.
    void addAnonymous(CountedMeal meal, Part part) {
        anonymous =
                new Figures.Anonymous(
                        anonymous.meals() + 1,
                        anonymous.delivered() + delivered(meal),
                        anonymous.bill().plus(meal.amounts().bill()),
                        anonymous.paid().plus(paid(meal, part)));
    }

    private static int delivered(CountedMeal meal) {
        return meal.fulfilment() == Fulfilment.DELIVERY ? 1 : 0;
    }

    private static Fen paid(CountedMeal meal, Part part) {
        return Fen.sum(
                meal.amounts().paid().entrySet().stream()
                        .filter(one -> part.tenders().test(one.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    Figures figures() {
        return new Figures(
                elders.getLongCardinality(), meals, delivered, bill, paid, grants, anonymous);
    }
}

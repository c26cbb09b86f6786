package org.nuancan.demo.lunch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The demo's own count: each provider's sales, receipts, discounts and payables, and the payers'
/// debts.
final class Tally {

    /// The sums of one provider's day, named as on its statement.
    static final class Sums {
        long orders;
        long refunds;
        long grossFen;
        long collectedFen;
        long platformCollectedFen;
        long discountFen;
        long dinerGrantFen;
        long incentiveFen;
        final Map<String, Long> byFund = new TreeMap<>();

        long payableFen() {
            return grossFen - collectedFen - discountFen + incentiveFen;
        }

        private void add(Sold sold, int sign) {
            var grossFen = Item.grossFen(sold.items());
            var claimedFen = 0L;
            for (var grant : sold.grants()) {
                for (var part : grant.funding()) {
                    if (!part.payer().equals("PROVIDER")) {
                        byFund.merge(part.payer(), sign * part.fen(), Long::sum);
                        claimedFen += grant.isDiners() ? part.fen() : 0;
                        incentiveFen += grant.isDiners() ? 0 : sign * part.fen();
                    }
                }
            }
            for (var tender : sold.tenders()) {
                if (tender.type().isPlatforms()) {
                    platformCollectedFen += sign * tender.fen();
                } else {
                    collectedFen += sign * tender.fen();
                }
            }
            this.grossFen += sign * grossFen;
            dinerGrantFen += sign * claimedFen;
            // The provider bears the part that neither the guest nor a fund bears: rounding,
            // offline excess.
            discountFen += sign * (grossFen - claimedFen - Tender.sum(sold.tenders()));
        }
    }

    private final Map<String, Sums> byProvider = new TreeMap<>();
    private final Map<String, Long> collected = new TreeMap<>();

    synchronized void sold(Sold sold) {
        var sums = sums(sold);
        sums.orders++;
        add(sums, sold, 1);
    }

    synchronized void refunded(Sold back) {
        var sums = sums(back);
        sums.refunds++;
        add(sums, back, -1);
    }

    private Sums sums(Sold sold) {
        return byProvider.computeIfAbsent(sold.providerId(), provider -> new Sums());
    }

    private void add(Sums sums, Sold sold, int sign) {
        sums.add(sold, sign);
        for (var tender : sold.tenders()) {
            if (tender.type().isPlatforms()) {
                collected.merge("collected:" + tender.type(), sign * tender.fen(), Long::sum);
            }
        }
    }

    synchronized Map<String, Sums> byProvider() {
        return Map.copyOf(byProvider);
    }

    synchronized long orders() {
        return byProvider.values().stream().mapToLong(sums -> sums.orders).sum();
    }

    /// The expected change of the trial balance from before the lunch to after the close.
    synchronized Map<String, Long> movements() {
        var moved = new TreeMap<String, Long>(collected);
        byProvider.forEach((provider, sums) -> {
            moved.merge("payable:" + provider, -sums.payableFen(), Long::sum);
            sums.byFund.forEach((payer, fen) -> moved.merge("claim:" + payer, fen, Long::sum));
        });
        moved.values().removeIf(fen -> fen == 0);
        return moved;
    }

    /// The debt of each payer for this lunch.
    synchronized List<Map.Entry<String, Long>> claims() {
        return movements().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("claim:"))
                .toList();
    }
}

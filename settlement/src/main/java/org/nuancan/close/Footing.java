package org.nuancan.close;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Entry;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Reason;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;

/// Adds up the entries of one provider's day and hashes them on the way, holding none.
final class Footing {

    private final Sm3 sm3 = new Sm3();
    private final MerkleTree lines = new MerkleTree(sm3);
    private final Map<String, Fen> funds = new TreeMap<>();
    private final Map<Long, Long> sites = new TreeMap<>();
    private String payingDistrict = "";
    private long orders;
    private long refunds;
    private Fen gross = Fen.ZERO;
    private Fen collected = Fen.ZERO;
    private Fen platformCollected = Fen.ZERO;
    private Fen discount = Fen.ZERO;
    private Fen dinerGrant = Fen.ZERO;
    private Fen incentive = Fen.ZERO;
    private Fen adjustment = Fen.ZERO;

    /// @throws ArithmeticException if a sum does not fit into a long
    void take(Entry entry) {
        lines.add(sm3.leaf(CanonicalText.line(entry)));
        payingDistrict = entry.subject().payingDistrict();
        entry.subject().siteId().ifPresent(site -> sites.merge(site, 1L, Long::sum));
        if (entry.kind() == JournalKind.MEAL) {
            orders++;
        }
        if (entry.kind() == JournalKind.REFUND) {
            refunds++;
        }
        for (var line : entry.lines()) {
            add(entry.kind(), line.posting());
        }
    }

    private void add(JournalKind kind, Posting posting) {
        var fen = posting.fen();
        switch (posting.account()) {
            case Account.Earned _ -> {
                if (posting.reason().equals(Optional.of(Reason.INCENTIVE))) {
                    incentive = incentive.minus(fen);
                } else {
                    gross = gross.minus(fen);
                }
            }
            case Account.Till _ -> collected = collected.plus(fen);
            case Account.Collected _ -> platformCollected = platformCollected.plus(fen);
            case Account.Discount _ -> discount = discount.plus(fen);
            case Account.Claim(var payer) -> {
                funds.merge(payer, fen, Fen::plus);
                if (isGranted(kind, posting)) {
                    dinerGrant = dinerGrant.plus(fen);
                }
            }
            case Account.Adjust _ -> adjustment = adjustment.minus(fen);
            case Account.Payable _, Account.Held _, Account.Transit _, Account.Bank _ -> {
                // Movements of money enter no statement.
            }
        }
    }

    private static boolean isGranted(JournalKind kind, Posting posting) {
        var eaten =
                kind == JournalKind.MEAL
                        || kind == JournalKind.REFUND
                        || kind == JournalKind.FAILED_MEAL;
        return eaten && posting.policy().filter(policy -> policy.side() == Side.DINER).isPresent();
    }

    Statement.Content content(long providerId, BusinessDay day, Optional<String> previousHash) {
        var sums =
                new Sums(
                        gross,
                        collected,
                        platformCollected,
                        discount,
                        dinerGrant,
                        incentive,
                        adjustment);
        var byFund =
                funds.entrySet().stream()
                        .map(fund -> new Fund(fund.getKey(), fund.getValue()))
                        .toList();
        var counts = new Counts(orders, refunds, lines.size());
        return new Statement.Content(providerId, day, counts, sums, byFund, previousHash);
    }

    String hash(Statement.Content content) {
        return Sm3.hex(sm3.statement(lines.root(), CanonicalText.header(content)));
    }

    List<Map.Entry<Long, Long>> linesBySite() {
        return List.copyOf(sites.entrySet());
    }

    String payingDistrict() {
        return payingDistrict;
    }
}

package org.nuancan.close.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Entry;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.posting.Reason;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;

/// Adds up entries to the sums of a statement, or of one of its lines.
public final class Adding {

    private final Map<String, Fen> funds = new TreeMap<>();
    private Fen gross = Fen.ZERO;
    private Fen collected = Fen.ZERO;
    private Fen platformCollected = Fen.ZERO;
    private Fen discount = Fen.ZERO;
    private Fen dinerGrant = Fen.ZERO;
    private Fen incentive = Fen.ZERO;
    private Fen adjustment = Fen.ZERO;

    /// @throws ArithmeticException if a sum does not fit into a long
    public void add(Entry entry) {
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
                // These accounts hold money movements, which are not on statements.
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

    /// The sums over the entries added so far.
    public Sums sums() {
        return new Sums(
                gross, collected, platformCollected, discount, dinerGrant, incentive, adjustment);
    }

    /// In order of the payers' names.
    public List<Fund> funds() {
        return funds.entrySet().stream()
                .map(fund -> new Fund(fund.getKey(), fund.getValue()))
                .toList();
    }
}

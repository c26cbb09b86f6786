package org.nuancan.sale;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.money.Fen;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;

/// Reads the grants of an order and who bears them from the books, the only place that stores them.
@Singleton
final class GrantsInBooks {

    private static final String PROVIDER = "PROVIDER";

    private final Ledger ledger;

    GrantsInBooks(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The grants and refusals that the books have of an order.
    record Booked(List<Grant> grants, List<Refusal> refusals) {}

    Booked of(Connection connection, long orderId) throws SQLException {
        return ledger.ofOrder(connection, orderId).stream()
                .filter(journal -> journal.kind() == JournalKind.MEAL)
                .findFirst()
                .map(meal -> new Booked(grants(meal), meal.refusals()))
                .orElseThrow(() -> new IllegalStateException("no meal of order " + orderId));
    }

    private static List<Grant> grants(Journal meal) {
        return grants(meal.postings());
    }

    /// The grants in some postings, with the parts of their payers.
    static List<Grant> grants(List<Posting> postings) {
        var parts = new LinkedHashMap<PolicyRef, List<FundingPart>>();
        for (var posting : postings) {
            posting.policy()
                    .ifPresent(policy -> {
                        switch (posting.account()) {
                            case Account.Claim(var payer) ->
                                    add(parts, policy, payer, posting.fen());
                            case Account.Discount(var provider) ->
                                    add(parts, policy, PROVIDER, posting.fen());
                            default -> {
                                // Earnings repeat these amounts.
                            }
                        }
                    });
        }
        return parts.entrySet().stream().map(e -> grant(e.getKey(), e.getValue())).toList();
    }

    private static void add(
            Map<PolicyRef, List<FundingPart>> parts, PolicyRef policy, String payer, Fen fen) {
        parts.computeIfAbsent(policy, ref -> new ArrayList<>()).add(new FundingPart(payer, fen));
    }

    private static Grant grant(PolicyRef policy, List<FundingPart> parts) {
        var sum = Fen.sum(parts.stream().map(FundingPart::fen).toList());
        return new Grant(policy.code(), policy.version(), policy.side(), sum, parts);
    }
}

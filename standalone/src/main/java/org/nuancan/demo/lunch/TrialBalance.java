package org.nuancan.demo.lunch;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// The trial balance as of a day.
///
/// @param fen by account
record TrialBalance(Map<String, Long> fen) {

    /// @throws Disagreement if it does not sum to zero
    static TrialBalance read(Session finance, LocalDate asOf) {
        var answer = finance.get("/v1/finance/trial-balance?asOf=" + asOf).granted();
        var fen = new TreeMap<String, Long>();
        answer.path("items")
                .forEach(item ->
                        fen.put(item.path("account").asText(), item.path("balanceFen").asLong()));
        var sum = fen.values().stream().mapToLong(Long::longValue).sum();
        Disagreement.unlessAlike("试算表合计 · the trial balance as of " + asOf + " sums to", 0L, sum);
        return new TrialBalance(fen);
    }

    /// The changes since an earlier one; unchanged accounts are left out.
    Map<String, Long> since(TrialBalance earlier) {
        var moved = new TreeMap<>(fen);
        earlier.fen.forEach((account, balance) -> moved.merge(account, -balance, Long::sum));
        moved.values().removeIf(balance -> balance == 0);
        return moved;
    }
}

package org.nuancan.receipt;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuancan.close.statement.OnStatements;
import org.nuancan.ledger.balance.SettledBooks;
import org.nuancan.receipt.OwedRepository.Claim;

/// Selects old debts of payers and acquirers that can be deleted together with the money that paid
/// them. A statement with exactly paid claims can be deleted alone. The other statements, and
/// collections of acquirers, only in the smallest group of the oldest that sums to exactly 0 for
/// each payer.
@Singleton
final class Settled implements OnStatements, SettledBooks {

    private final OwedRepository owed;

    Settled(OwedRepository owed) {
        this.owed = owed;
    }

    @Override
    public List<Long> together(List<Long> statementIds) {
        var claims = open(statementIds);
        var gone = new HashSet<>(statementIds);
        gone.removeAll(claims.keySet());
        var unpaid = statementIds.stream().filter(claims::containsKey).toList();
        gone.addAll(unpaid.subList(0, comingToNothing(unpaid.stream().map(claims::get).toList())));
        return statementIds.stream().filter(gone::contains).toList();
    }

    /// The claims that are not paid exactly, by statement.
    private Map<Long, List<Claim>> open(List<Long> statementIds) {
        return owed.openClaims(statementIds).stream()
                .collect(Collectors.groupingBy(Claim::statementId));
    }

    /// Number of the first statements that sum to 0 for every payer; 0 if there is no such group.
    private static int comingToNothing(List<List<Claim>> statements) {
        var open = new HashMap<String, Long>();
        for (var at = 0; at < statements.size(); at++) {
            for (var claim : statements.get(at)) {
                add(open, claim.payer(), claim.open());
            }
            if (open.isEmpty()) {
                return at + 1;
            }
        }
        return 0;
    }

    @Override
    public LocalDate until(String district, LocalDate before) {
        var takings = owed.takingsBefore(district, before);
        var open = new HashMap<String, Long>();
        for (var at = 0; at < takings.size(); at++) {
            var taking = takings.get(at);
            add(open, taking.tender(), taking.open());
            var isLastOfDay =
                    at + 1 == takings.size() || takings.get(at + 1).day().isAfter(taking.day());
            if (isLastOfDay && open.isEmpty()) {
                return at + 1 == takings.size() ? before : taking.day().plusDays(1);
            }
        }
        return takings.isEmpty() ? before : takings.getFirst().day();
    }

    private static void add(Map<String, Long> open, String source, long fen) {
        open.merge(source, fen, Long::sum);
        open.values().removeIf(sum -> sum == 0);
    }
}

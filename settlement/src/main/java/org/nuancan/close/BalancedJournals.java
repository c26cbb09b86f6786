package org.nuancan.close;

import jakarta.inject.Singleton;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.JournalBalances;

/// Every journal sums to zero, also those that no statement takes up: a posting that was changed or
/// taken away shows here.
@Singleton
final class BalancedJournals implements Provable {

    private final JournalBalances balances;

    BalancedJournals(JournalBalances balances) {
        this.balances = balances;
    }

    @Override
    public Shown show(BusinessDay from, BusinessDay to) {
        var found = balances.snapshot(from, to);
        return new Shown("journals", found.journals(), found.faults());
    }
}

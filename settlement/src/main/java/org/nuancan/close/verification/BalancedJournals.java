package org.nuancan.close.verification;

import jakarta.inject.Singleton;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.balance.JournalBalances;

/// Checks that every journal sums to zero, including journals that are on no statement. A posting
/// that was changed or deleted is found here.
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

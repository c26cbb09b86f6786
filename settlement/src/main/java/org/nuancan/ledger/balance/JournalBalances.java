package org.nuancan.ledger.balance;

import static io.micronaut.transaction.TransactionDefinition.Isolation.REPEATABLE_READ;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import org.nuancan.day.BusinessDay;

/// Checks that every journal sums to zero.
@Singleton
public class JournalBalances {

    /// @param journals number of checked journals
    /// @param faults a line for each that does not sum to zero, at most 100
    public record Balances(long journals, List<String> faults) {

        public Balances {
            faults = List.copyOf(faults);
        }
    }

    private static final int MOST = 100;

    private final UnbalancedRepository journals;

    JournalBalances(UnbalancedRepository journals) {
        this.journals = journals;
    }

    /// Checks the journals of some booking days, both ends included, as of one instant.
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public Balances snapshot(BusinessDay from, BusinessDay to) {
        var count = journals.count(from.date(), to.date());
        return new Balances(
                count,
                journals.list(from.date(), to.date(), MOST).stream()
                        .map(journal ->
                                "journal %d (%s) of %s sums to %d fen"
                                        .formatted(
                                                journal.journalId(),
                                                journal.kind(),
                                                journal.bookingDate(),
                                                journal.fen()))
                        .toList());
    }
}

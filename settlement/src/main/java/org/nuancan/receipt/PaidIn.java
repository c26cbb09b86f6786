package org.nuancan.receipt;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import org.nuancan.money.Fen;

/// Reads amounts that providers have paid on negative statements.
@Singleton
public class PaidIn {

    private final ReceiptMatchRepository matches;

    PaidIn(ReceiptMatchRepository matches) {
        this.matches = matches;
    }

    /// Amounts by statement; statements without a payment are left out.
    @ReadOnly
    public Map<Long, Fen> of(Collection<Long> statementIds) {
        return matches.paidIn(statementIds).stream()
                .collect(
                        toUnmodifiableMap(
                                ReceiptMatchRepository.PaidIn::statementId,
                                row -> Fen.of(row.fen())));
    }
}

package org.nuancan.ledger.balance;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.Account;
import org.nuancan.money.Fen;

/// Reads the trial balance.
@Singleton
public class BalanceService {

    /// Balance of an account.
    ///
    /// @param account the account
    /// @param balance debits less credits
    public record Balance(Account account, Fen balance) {}

    private final BalanceRepository balances;

    BalanceService(BalanceRepository balances) {
        this.balances = balances;
    }

    /// Every account with a posting booked up to and including a day, also those at 0, by name.
    ///
    /// @param district limits the result to the books of one district; empty for all
    @ReadOnly
    public List<Balance> list(BusinessDay asOf, Optional<String> district) {
        return balances.asOf(asOf.date(), district.orElse(null)).stream()
                .map(sum ->
                        new Balance(
                                Account.of(sum.accountKind(), sum.accountOwner()),
                                Fen.of(sum.balance())))
                .toList();
    }
}

package org.nuancan.payment;

import java.util.Optional;
import org.nuancan.seal.SealedColumn;

/// Gives the bank accounts of providers; implemented by the package that stores the accounts.
public interface Payees {

    /// The column that stores the account number of a payment.
    SealedColumn ACCOUNT_NUMBER =
            SealedColumn.of("payment-account", "payment", "account_number", "payment_id");

    /// An account to pay to, with a sealed number.
    ///
    /// @param name name of the holder
    /// @param sealedNumber only [#open] can open it
    record Payee(String name, String sealedNumber, String bankCode) {}

    /// The present account of a provider, with its number sealed for a payment; empty if there is
    /// no account on file.
    ///
    /// @throws RuntimeException if the account cannot be read; the provider then waits
    Optional<Payee> of(long providerId, long paymentId);

    /// Whether payments to a provider wait until it is resumed.
    boolean isSuspended(long providerId);

    /// The number of a payment's account, for the bank's file.
    String open(long paymentId, String sealedNumber);
}

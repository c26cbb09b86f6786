package org.nuancan.payment;

import java.util.Optional;
import org.nuancan.seal.SealedColumn;

/// Where providers want their money; whoever keeps the accounts says so.
public interface Payees {

    /// Where the number of a payment's account is kept.
    SealedColumn ACCOUNT_NUMBER =
            SealedColumn.of("payment-account", "payment", "account_number", "payment_id");

    /// An account to pay to, its number sealed.
    ///
    /// @param name the holder's
    /// @param sealedNumber opened by [#open] alone
    record Payee(String name, String sealedNumber, String bankCode) {}

    /// The account of a provider that is good now, its number sealed for a payment; empty if there
    /// is no account on file.
    ///
    /// @throws RuntimeException if the account cannot be read; the provider waits then
    Optional<Payee> of(long providerId, long paymentId);

    /// The number of a payment's account, for the bank's file.
    String open(long paymentId, String sealedNumber);
}

package org.nuancan.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Where providers want their money; whoever keeps the accounts says so.
public interface Payees {

    /// An account to pay to, its number sealed.
    ///
    /// @param name the holder's
    /// @param sealedNumber opened by [#open] alone
    record Payee(String name, String sealedNumber, String bankCode) {}

    /// The account of a provider that is good now; empty if nobody has the provider on file.
    Optional<Payee> of(Connection connection, long providerId) throws SQLException;

    /// The number of an account, for the bank's file.
    String open(String sealedNumber);
}

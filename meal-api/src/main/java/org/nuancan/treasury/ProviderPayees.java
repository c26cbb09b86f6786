package org.nuancan.treasury;

import jakarta.inject.Singleton;

import org.nuancan.http.Secrets;
import org.nuancan.payment.Payees;
import org.nuancan.provider.Providers;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// The accounts of the providers on file.
@Singleton
final class ProviderPayees implements Payees {

    private static final String ACCOUNT = "payment-account";

    private final Providers providers;
    private final Secrets secrets;

    ProviderPayees(Providers providers, Secrets secrets) {
        this.providers = providers;
        this.secrets = secrets;
    }

    @Override
    public Optional<Payee> of(Connection connection, long providerId) throws SQLException {
        return providers
                .find(connection, providerId)
                .map(provider ->
                        new Payee(
                                provider.bankAccount().name(),
                                secrets.seal(
                                        ACCOUNT,
                                        provider.bankAccount()
                                                .number()
                                                .getBytes(StandardCharsets.US_ASCII)),
                                provider.bankAccount().bankCode()));
    }

    @Override
    public String open(String sealedNumber) {
        return new String(secrets.open(ACCOUNT, sealedNumber), StandardCharsets.US_ASCII);
    }
}

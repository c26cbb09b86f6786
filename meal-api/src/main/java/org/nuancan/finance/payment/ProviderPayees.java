package org.nuancan.finance.payment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.payment.Payees;
import org.nuancan.provider.ProviderOnFile;
import org.nuancan.provider.Providers;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// Finds the bank accounts of providers.
@Singleton
final class ProviderPayees implements Payees, SealedColumns {

    private final Providers providers;
    private final Secrets secrets;

    ProviderPayees(Providers providers, Secrets secrets) {
        this.providers = providers;
        this.secrets = secrets;
    }

    @Override
    public Optional<Payee> of(long providerId, long paymentId) {
        return providers
                .find(providerId)
                .map(ProviderOnFile::bankAccount)
                .map(account ->
                        new Payee(
                                account.name(),
                                secrets.seal(ACCOUNT_NUMBER, account.number(), paymentId),
                                account.bankCode()));
    }

    @Override
    public boolean isSuspended(long providerId) {
        return providers.isSuspended(providerId);
    }

    @Override
    public String open(long paymentId, String sealedNumber) {
        return secrets.open(ACCOUNT_NUMBER, sealedNumber, paymentId);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(ACCOUNT_NUMBER);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}

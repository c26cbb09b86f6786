package org.nuancan.provider;

import jakarta.inject.Singleton;
import java.util.List;
import org.nuancan.seal.CannotOpen;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Encrypts and decrypts providers' account numbers.
@Singleton
public final class AccountNumbers implements SealedColumns {

    private static final SealedColumn FIRST =
            SealedColumn.of("bank-account", "provider", "account_number", "provider_id");

    private static final SealedColumn CHANGED =
            SealedColumn.of(
                    "changed-bank-account",
                    "provider_account_change",
                    "account_number",
                    "change_id");

    private static final String HIDDEN = "*".repeat(16);
    private static final Logger LOG = LoggerFactory.getLogger(AccountNumbers.class);

    private final Secrets secrets;

    AccountNumbers(Secrets secrets) {
        this.secrets = secrets;
    }

    String sealFirst(long providerId, String number) {
        return secrets.seal(FIRST, number, providerId);
    }

    /// Encrypts the number of a change; it can be decrypted only with the same `changeId`.
    public String sealChanged(long changeId, String number) {
        return secrets.seal(CHANGED, number, changeId);
    }

    BankAccount account(ProviderRepository.WithAccount provider) {
        var changeId = provider.changeId();
        var number =
                changeId == null
                        ? secrets.open(FIRST, provider.accountNumber(), provider.providerId())
                        : secrets.open(CHANGED, provider.accountNumber(), changeId);
        return new BankAccount(provider.accountName(), number, provider.bankCode());
    }

    /// The account for pages, which mask it. A number that cannot be decrypted is hidden
    /// completely, so that one damaged row hides neither its provider nor the rest of a list;
    /// `verify` names the row.
    BankAccount shown(ProviderRepository.WithAccount provider) {
        try {
            return account(provider);
        } catch (CannotOpen damaged) {
            LOG.error("the account number of provider {} does not open", provider.providerId());
            return new BankAccount(provider.accountName(), HIDDEN, provider.bankCode());
        }
    }

    /// The account of a change, with the full number.
    ///
    /// @throws CannotOpen if the number cannot be decrypted
    public BankAccount account(AccountChangeEntity change) {
        var number = secrets.open(CHANGED, change.accountNumber(), change.changeId());
        return new BankAccount(change.accountName(), number, change.bankCode());
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(FIRST, CHANGED);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}

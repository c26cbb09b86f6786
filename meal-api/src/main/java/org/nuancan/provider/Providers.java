package org.nuancan.provider;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// The providers on file.
@Singleton
public final class Providers implements SealedColumns {

    private static final SealedColumn ACCOUNT =
            SealedColumn.of("bank-account", "provider", "account_number", "provider_id");

    private static final SealedColumn CHANGED_ACCOUNT =
            SealedColumn.of(
                    "changed-bank-account",
                    "provider_account_change",
                    "account_number",
                    "change_id");

    /// With the account that is good at an instant.
    private static final String WITH_ACCOUNT =
            """
            select p.provider_id, p.name, p.kind, p.district_code, c.change_id,
                   coalesce(c.account_name, p.account_name) as account_name,
                   coalesce(c.account_number, p.account_number) as account_number,
                   coalesce(c.bank_code, p.bank_code) as bank_code
              from provider p
              left join provider_account_change c
                on c.change_id = (select max(x.change_id)
                                    from provider_account_change x
                                   where x.provider_id = p.provider_id and x.good_from <= ?
                                     and x.withdrawn_at is null)
            """;

    private final Transactions transactions;
    private final Ids ids;
    private final Changes changes;
    private final Secrets secrets;
    private final Clock clock;

    Providers(Transactions transactions, Ids ids, Changes changes, Secrets secrets, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.changes = changes;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// One provider.
    public Optional<ProviderOnFile> find(long providerId) {
        return transactions.reading(connection -> find(connection, providerId));
    }

    /// One provider, within a transaction that is open.
    public Optional<ProviderOnFile> find(Connection connection, long providerId)
            throws SQLException {
        return Sql.on(connection, WITH_ACCOUNT + " where p.provider_id = ?")
                .with(clock.instant(), providerId)
                .first(this::read);
    }

    /// The providers of the districts whose code starts with `area`, in the order of their ids,
    /// from the one behind `after` on.
    public List<ProviderOnFile> list(String area, long after, int limit) {
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                WITH_ACCOUNT
                                        + """
                                         where p.provider_id > ?
                                           and p.district_code like concat(?, '%')
                                         order by p.provider_id
                                         limit ?
                                        """)
                        .with(clock.instant(), after, area, limit)
                        .list(this::read));
    }

    /// Takes a provider on file.
    ///
    /// @param districtCode 6 digits
    /// @param by who says so
    public ProviderOnFile add(
            String name, ProviderKind kind, String districtCode, BankAccount account, String by) {
        var provider = new ProviderOnFile(ids.next(), name, kind, districtCode, account);
        return transactions.inOne(connection -> {
            Sql.on(
                            connection,
                            """
                            insert into provider
                                (provider_id, name, kind, district_code,
                                 account_name, account_number, bank_code)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .with(provider.providerId(), name, kind, districtCode)
                    .with(
                            account.name(),
                            secrets.seal(ACCOUNT, account.number(), provider.providerId()),
                            account.bankCode())
                    .run();
            changes.keep(connection, provider, by, clock.instant());
            return provider;
        });
    }

    private ProviderOnFile read(Row row) throws SQLException {
        return new ProviderOnFile(
                row.number("provider_id"),
                row.text("name"),
                row.name("kind", ProviderKind.class),
                row.text("district_code"),
                new BankAccount(row.text("account_name"), number(row), row.text("bank_code")));
    }

    private String number(Row row) throws SQLException {
        var sealed = row.text("account_number");
        var changeId = row.maybeNumber("change_id");
        return changeId.isPresent()
                ? openedOfChange(changeId.get(), sealed)
                : secrets.open(ACCOUNT, sealed, row.number("provider_id"));
    }

    String sealedOfChange(long changeId, String number) {
        return secrets.seal(CHANGED_ACCOUNT, number, changeId);
    }

    String openedOfChange(long changeId, String sealed) {
        return secrets.open(CHANGED_ACCOUNT, sealed, changeId);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(ACCOUNT, CHANGED_ACCOUNT);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}

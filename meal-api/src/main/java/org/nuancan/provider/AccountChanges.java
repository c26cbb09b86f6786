package org.nuancan.provider;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Changes of accounts: one person asks, another confirms, and 24 hours later money goes there.
@Singleton
final class AccountChanges {

    private static final Duration WAIT = Duration.ofHours(24);

    private static final String COLUMNS =
            """
            select change_id, provider_id, account_name, account_number, bank_code, asked_by,
                   asked_at, confirmed_by, good_from, withdrawn_by
              from provider_account_change
            """;

    private final Providers providers;
    private final Ids ids;
    private final Clock clock;

    AccountChanges(Providers providers, Ids ids, Clock clock) {
        this.providers = providers;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws ProblemException `ACCOUNT_CHANGE_PENDING` if one waits already
    AccountChange ask(Connection connection, long providerId, BankAccount account, String by)
            throws SQLException {
        lock(connection, providerId);
        if (Sql.on(
                        connection,
                        "select 1 from provider_account_change where provider_id = ? and open = 1")
                .with(providerId)
                .exists()) {
            throw ProblemException.of(ProblemCode.ACCOUNT_CHANGE_PENDING);
        }
        var changeId = ids.next();
        Sql.on(
                        connection,
                        """
                        insert into provider_account_change
                            (change_id, provider_id, account_name, account_number, bank_code, open,
                             asked_by, asked_at)
                        values (?, ?, ?, ?, ?, 1, ?, ?)
                        """)
                .with(
                        changeId,
                        providerId,
                        account.name(),
                        providers.sealedOfChange(changeId, account.number()))
                .with(account.bankCode(), by, clock.instant())
                .run();
        return find(connection, providerId, changeId).orElseThrow();
    }

    /// @throws ProblemException `ACCOUNT_SECOND_PERSON` for who asked; `UNUSABLE` if it does not
    ///   wait (any more); `NOT_FOUND` if there is none
    AccountChange confirm(Connection connection, long providerId, long changeId, String by)
            throws SQLException {
        lock(connection, providerId);
        var change = here(connection, providerId, changeId);
        if (change.askedBy().equals(by)) {
            throw ProblemException.of(ProblemCode.ACCOUNT_SECOND_PERSON);
        }
        if (change.state(clock.instant()) != AccountChange.State.WAITS) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        Sql.on(
                        connection,
                        """
                        update provider_account_change
                           set open = null, confirmed_by = ?, confirmed_at = ?, good_from = ?
                         where change_id = ? and open = 1
                        """)
                .with(by, clock.instant(), clock.instant().plus(WAIT), changeId)
                .run();
        return here(connection, providerId, changeId);
    }

    /// Stops a change before it is good.
    ///
    /// @throws ProblemException `UNUSABLE` if it is good or withdrawn already
    AccountChange withdraw(Connection connection, long providerId, long changeId, String by)
            throws SQLException {
        lock(connection, providerId);
        switch (here(connection, providerId, changeId).state(clock.instant())) {
            case WAITS, CONFIRMED ->
                    Sql.on(
                                    connection,
                                    """
                                    update provider_account_change
                                       set open = null, withdrawn_by = ?, withdrawn_at = ?
                                     where change_id = ?
                                    """)
                            .with(by, clock.instant(), changeId)
                            .run();
            case GOOD, WITHDRAWN -> throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        return here(connection, providerId, changeId);
    }

    private static void lock(Connection connection, long providerId) throws SQLException {
        var _ =
                Sql.on(connection, "select 1 from provider where provider_id = ? for update")
                        .with(providerId)
                        .exists();
    }

    private AccountChange here(Connection connection, long providerId, long changeId)
            throws SQLException {
        return find(connection, providerId, changeId)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Optional<AccountChange> find(Connection connection, long providerId, long changeId)
            throws SQLException {
        return Sql.on(connection, COLUMNS + " where provider_id = ? and change_id = ?")
                .with(providerId, changeId)
                .first(this::read);
    }

    /// All of a provider, oldest first.
    List<AccountChange> of(Connection connection, long providerId) throws SQLException {
        return Sql.on(connection, COLUMNS + " where provider_id = ? order by change_id")
                .with(providerId)
                .list(this::read);
    }

    private AccountChange read(Row row) throws SQLException {
        return new AccountChange(
                row.number("change_id"),
                row.number("provider_id"),
                new BankAccount(
                        row.text("account_name"),
                        providers.openedOfChange(
                                row.number("change_id"), row.text("account_number")),
                        row.text("bank_code")),
                row.text("asked_by"),
                row.instant("asked_at"),
                row.maybeText("confirmed_by"),
                row.maybeInstant("good_from"),
                row.maybeText("withdrawn_by"));
    }
}

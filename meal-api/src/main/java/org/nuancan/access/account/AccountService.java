package org.nuancan.access.account;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.access.Account;
import org.nuancan.access.AccountState;
import org.nuancan.access.Administration;
import org.nuancan.access.NewAccount;
import org.nuancan.access.Scope;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.revocation.Revocations;
import org.nuancan.audit.FieldChange;
import org.nuancan.day.RealTime;

/// Finds and changes accounts of users and terminals; each change is in the audit log. An account
/// that is changed was locked in the same transaction.
@Singleton
public class AccountService {

    private static final String MASKED = "***";

    private final AccountRepository repository;
    private final InstantSource clock;
    private final Revocations revocations;
    private final AccountAudit audit;

    AccountService(
            AccountRepository repository,
            @RealTime InstantSource clock,
            Revocations revocations,
            AccountAudit audit) {
        this.repository = repository;
        this.clock = clock;
        this.revocations = revocations;
        this.audit = audit;
    }

    /// The account with this name, also a disabled one; empty if the name is unknown.
    @ReadOnly
    public Optional<Account> find(String name) {
        return repository.findById(name).map(AccountEntity::account);
    }

    /// The terminals of a site with names after `after`, by name.
    @ReadOnly
    public List<Account> listTerminals(long siteId, String after, int most) {
        return repository.listTerminals(siteId, after, most).stream()
                .map(AccountEntity::account)
                .toList();
    }

    /// As [#find], with the row locked until the transaction ends.
    @Transactional
    public Optional<Account> lock(String name) {
        return repository.lock(name).map(AccountEntity::account);
    }

    /// @param scope the scope that the account's scope words name
    /// @throws org.nuancan.db.DatabaseFailure `DUPLICATE` if the name is already used
    @Transactional
    public void create(NewAccount account, Scope scope, String by) {
        var area = Administration.area(scope);
        var _ = repository.save(AccountEntity.of(account, area, clock.instant(), by));
        audit.write(
                by,
                "CREATED",
                account.name(),
                account.role(),
                List.of(
                        new FieldChange("role", "", account.role()),
                        new FieldChange("scope", "", account.scope().text())));
    }

    /// Disables an account: it cannot sign in any more, and every token is void.
    @Transactional
    public void disable(Account account, String by) {
        if (account.isDisabled()) {
            return;
        }
        repository.disable(account.name(), clock.instant(), by);
        endTokens(account);
        recordChange(account, by, "DISABLED", "", state(account, AccountState.DISABLED));
    }

    /// Enables a disabled account.
    @Transactional
    public void enable(Account account, String by) {
        repository.disable(account.name(), null, null);
        recordChange(account, by, "ENABLED", "", state(account, AccountState.ACTIVE));
    }

    /// Sets the name shown to people; the audit log contains neither the old nor the new one.
    @Transactional
    public void rename(Account account, String displayName, String by) {
        repository.rename(account.name(), displayName);
        recordChange(
                account,
                by,
                "RENAMED",
                "",
                List.of(new FieldChange("displayName", MASKED, MASKED)));
    }

    /// Role and scope of an account.
    ///
    /// @param words the scope as it is stored
    /// @param scope the scope with the ids it belongs to, as found on file
    public record Place(String role, ScopeWords words, Scope scope) {}

    /// Sets another role or scope; every token is void, since tokens contain both.
    @Transactional
    public void move(Account account, Place place, String by) {
        var words = place.words();
        repository.move(
                account.name(),
                place.role(),
                words.districtCode(),
                words.streetCode(),
                words.providerId(),
                words.siteId(),
                Administration.area(place.scope()));
        endTokens(account);
        recordChange(
                account,
                by,
                "MOVED",
                "%s %s -> %s %s"
                        .formatted(
                                account.role(), account.scope().text(), place.role(), words.text()),
                FieldChange.between(
                        Map.of("role", account.role(), "scope", account.scope().text()),
                        Map.of("role", place.role(), "scope", words.text())));
    }

    /// Sets a one-time password; every earlier token is void.
    @Transactional
    public void resetSecret(Account account, String secretHash, String by) {
        repository.setSecret(account.name(), secretHash, true);
        endTokens(account);
        recordChange(account, by, "PASSWORD_RESET", "", List.of());
    }

    /// Sets a new secret; every earlier token is void.
    @Transactional
    public void changeSecret(Account account, String secretHash) {
        repository.setSecret(account.name(), secretHash, false);
        endTokens(account);
        audit.write(account.name(), "SECRET_CHANGED", account.name(), "", List.of());
    }

    private void endTokens(Account account) {
        repository.nextEpoch(account.name());
        revocations.revoke(account.name(), account.epoch() + 1);
    }

    /// Increments the version, and writes the act into the audit log.
    @Transactional
    public void recordChange(
            Account account, String by, String act, String detail, List<FieldChange> changes) {
        repository.nextVersion(account.name(), clock.instant(), by);
        audit.write(by, act, account.name(), detail, changes);
    }

    private static List<FieldChange> state(Account before, AccountState after) {
        return List.of(new FieldChange("state", before.state().name(), after.name()));
    }
}

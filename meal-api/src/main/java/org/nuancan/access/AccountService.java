package org.nuancan.access;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.RealTime;

/// Finds and changes accounts of users and terminals; each change is in the audit log. An account
/// that is changed was locked in the same transaction.
@Singleton
class AccountService {

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

    @ReadOnly
    Optional<Account> find(String name) {
        return repository.findById(name).map(AccountEntity::account);
    }

    /// The terminals of a site with names after `after`, by name.
    @ReadOnly
    List<Account> listTerminals(long siteId, String after, int most) {
        return repository.listTerminals(siteId, after, most).stream()
                .map(AccountEntity::account)
                .toList();
    }

    /// As [#find], with the row locked until the transaction ends.
    @Transactional
    Optional<Account> lock(String name) {
        return repository.lock(name).map(AccountEntity::account);
    }

    /// @param scope the scope that the account's scope words name
    /// @throws org.nuancan.db.DatabaseFailure `DUPLICATE` if the name is already used
    @Transactional
    void create(NewAccount account, Scope scope, String by) {
        var area = Administration.area(scope);
        var _ = repository.save(AccountEntity.of(account, area, clock.instant(), by));
        audit.write(by, "CREATED", account.name(), account.role());
    }

    /// Disables an account: it cannot sign in any more, and every token is void.
    @Transactional
    void disable(Account account, String by) {
        if (account.isDisabled()) {
            return;
        }
        repository.disable(account.name(), clock.instant(), by);
        endTokens(account);
        recordChange(account, by, "DISABLED", "");
    }

    /// Enables a disabled account.
    @Transactional
    void enable(Account account, String by) {
        repository.disable(account.name(), null, null);
        recordChange(account, by, "ENABLED", "");
    }

    @Transactional
    void rename(Account account, String displayName, String by) {
        repository.rename(account.name(), displayName);
        recordChange(account, by, "RENAMED", "");
    }

    /// Role and scope of an account.
    ///
    /// @param words the scope as it is stored
    /// @param scope the scope with the ids it belongs to, as found on file
    record Place(String role, ScopeWords words, Scope scope) {}

    /// Sets another role or scope; every token is void, since tokens contain both.
    @Transactional
    void move(Account account, Place place, String by) {
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
                                account.role(),
                                account.scope().text(),
                                place.role(),
                                words.text()));
    }

    /// Sets a one-time password; every earlier token is void.
    @Transactional
    void resetSecret(Account account, String secretHash, String by) {
        repository.setSecret(account.name(), secretHash, true);
        endTokens(account);
        recordChange(account, by, "PASSWORD_RESET", "");
    }

    /// Sets a new secret; every earlier token is void.
    @Transactional
    void changeSecret(Account account, String secretHash) {
        repository.setSecret(account.name(), secretHash, false);
        endTokens(account);
        audit.write(account.name(), "SECRET_CHANGED", account.name(), "");
    }

    private void endTokens(Account account) {
        repository.nextEpoch(account.name());
        revocations.revoke(account.name(), account.epoch() + 1);
    }

    /// Increments the version, and writes the act into the audit log.
    @Transactional
    void recordChange(Account account, String by, String act, String detail) {
        repository.nextVersion(account.name(), clock.instant(), by);
        audit.write(by, act, account.name(), detail);
    }
}

package org.nuancan.provider.account;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nuancan.audit.AuditLog;
import org.nuancan.db.Ids;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.provider.AccountChangeEntity;
import org.nuancan.provider.AccountChangeRepository;
import org.nuancan.provider.AccountNumbers;
import org.nuancan.provider.BankAccount;
import org.nuancan.provider.Changes;
import org.nuancan.provider.ProviderRepository;

/// Changes of bank accounts: one person requests, another confirms, and the change takes effect 24
/// hours later.
@Singleton
class AccountChanges {

    private static final Duration WAIT = Duration.ofHours(24);

    private final ProviderRepository providers;
    private final AccountChangeRepository repository;
    private final AccountNumbers numbers;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    AccountChanges(
            ProviderRepository providers,
            AccountChangeRepository repository,
            AccountNumbers numbers,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        this.providers = providers;
        this.repository = repository;
        this.numbers = numbers;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws ProblemException `ACCOUNT_CHANGE_PENDING` if another change is waiting
    @Transactional
    AccountChange ask(long providerId, BankAccount account, String by) {
        lock(providerId);
        if (repository.countOpen(providerId) > 0) {
            throw ProblemException.of(ProblemCode.ACCOUNT_CHANGE_PENDING);
        }
        var changeId = ids.next();
        var _ =
                repository.save(
                        new AccountChangeEntity(
                                changeId,
                                providerId,
                                account.name(),
                                numbers.sealChanged(changeId, account.number()),
                                account.bankCode(),
                                true,
                                by,
                                clock.instant(),
                                null,
                                null,
                                null,
                                null,
                                null));
        return recorded("ACCOUNT_REQUESTED", by, change(here(providerId, changeId)));
    }

    /// @throws ProblemException `ACCOUNT_SECOND_PERSON` for the person who requested it; `UNUSABLE`
    ///   if it is not waiting; `NOT_FOUND` if it does not exist
    @Transactional
    AccountChange confirm(long providerId, long changeId, String by) {
        lock(providerId);
        var kept = here(providerId, changeId);
        if (kept.askedBy().equals(by)) {
            throw ProblemException.of(ProblemCode.ACCOUNT_SECOND_PERSON);
        }
        var now = clock.instant();
        if (change(kept).state(now) != AccountChange.State.WAITS) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        var _ = repository.update(kept.confirmed(by, now, now.plus(WAIT)));
        return recorded("ACCOUNT_CONFIRMED", by, change(here(providerId, changeId)));
    }

    /// Withdraws a change before it takes effect.
    ///
    /// @throws ProblemException `UNUSABLE` if it is in force or withdrawn already
    @Transactional
    AccountChange withdraw(long providerId, long changeId, String by) {
        lock(providerId);
        var kept = here(providerId, changeId);
        var now = clock.instant();
        switch (change(kept).state(now)) {
            case WAITS, CONFIRMED -> {
                var _ = repository.update(kept.withdrawn(by, now));
            }
            case GOOD, WITHDRAWN -> throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        return recorded("ACCOUNT_WITHDRAWN", by, change(here(providerId, changeId)));
    }

    private AccountChange recorded(String act, String by, AccountChange change) {
        var district = providers.findDistrict(change.providerId()).orElse("");
        audit.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.PROVIDER,
                                by,
                                act,
                                "provider " + change.providerId(),
                                "account change " + change.changeId(),
                                AuditLog.Content.of(
                                        district,
                                        "bankAccount",
                                        "",
                                        Changes.text(change.account())))));
        return change;
    }

    private void lock(long providerId) {
        var _ = providers.lock(providerId);
    }

    private AccountChangeEntity here(long providerId, long changeId) {
        return repository
                .findByChangeIdAndProviderId(changeId, providerId)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// All changes of a provider, oldest first.
    @ReadOnly
    List<AccountChange> list(long providerId) {
        return repository.findByProviderIdOrderByChangeId(providerId).stream()
                .map(this::change)
                .toList();
    }

    private AccountChange change(AccountChangeEntity kept) {
        return new AccountChange(
                kept.changeId(),
                kept.providerId(),
                numbers.account(kept),
                kept.askedBy(),
                kept.askedAt(),
                Optional.ofNullable(kept.confirmedBy()),
                Optional.ofNullable(kept.goodFrom()),
                Optional.ofNullable(kept.withdrawnBy()));
    }
}

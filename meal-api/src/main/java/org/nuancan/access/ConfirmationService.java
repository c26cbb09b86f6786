package org.nuancan.access;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.nuancan.day.RealTime;

/// Which accounts wait for a second person, and who may be that person.
///
/// Who makes an account that reviews, approves or pays, gives it a role, a scope or a password, or
/// puts it into use again, is one of its makers until it is confirmed. None of its makers confirms
/// it. The first two CITY_ADMINs need no confirmation, unless there is another CITY_ADMIN who could
/// confirm what one of them does to the other.
@Singleton
class ConfirmationService {

    private static final int FIRST_ADMINISTRATORS = 2;

    private final AccountRepository accounts;
    private final AccountMakerRepository makers;
    private final InstantSource clock;
    private final AccountAudit audit;

    ConfirmationService(
            AccountRepository accounts,
            AccountMakerRepository makers,
            @RealTime InstantSource clock,
            AccountAudit audit) {
        this.accounts = accounts;
        this.makers = makers;
        this.clock = clock;
        this.audit = audit;
    }

    /// Whether a new account of this role waits.
    @Transactional
    boolean isNeededForNew(String role) {
        return Administration.needsSecondPerson(role)
                && (!role.equals(Role.CITY_ADMIN)
                        || lockFirstAdministrators().size() >= FIRST_ADMINISTRATORS);
    }

    /// Whether an account waits after `by` has changed it.
    ///
    /// @param before as it was
    /// @param role that it has now
    @Transactional
    boolean isNeededAfterChange(Account before, String role, String by) {
        if (!Administration.needsSecondPerson(role)) {
            return false;
        }
        var wasAndIsAdministrator =
                role.equals(Role.CITY_ADMIN) && before.role().equals(Role.CITY_ADMIN);
        return !wasAndIsAdministrator
                || before.isPending()
                || !lockFirstAdministrators().contains(before.name())
                || accounts.findOther(Role.CITY_ADMIN, before.name(), by).isPresent();
    }

    // Locked, so that two accounts cannot be made as the second.
    private List<String> lockFirstAdministrators() {
        return accounts.lockFirst(Role.CITY_ADMIN, FIRST_ADMINISTRATORS);
    }

    /// From now on the account waits.
    @Transactional
    void suspend(String name, String maker) {
        accounts.setPending(name, clock.instant(), null);
        makers.add(name, maker);
        audit.write(maker, "PENDING", name, "");
    }

    @Transactional
    void addMaker(String name, String maker) {
        makers.add(name, maker);
    }

    @Transactional
    boolean isMaker(String name, String by) {
        return makers.existsById(new AccountMakerEntity.Key(name, by));
    }

    /// The account waits no longer.
    ///
    /// @param by the second person; `system` where none is needed
    @Transactional
    void settle(String name, String by) {
        accounts.setPending(name, null, by);
        makers.deleteAll(name);
    }
}

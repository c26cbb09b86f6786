package org.nuancan.access.account;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.nuancan.access.Account;
import org.nuancan.access.Administration;
import org.nuancan.access.Role;
import org.nuancan.day.RealTime;

/// Decides which accounts wait for a second person, and who may be that person.
///
/// A person is a maker of an account that reviews, approves or pays, if this person makes it, gives
/// it a role, a scope or a password, or enables it again. The makers are kept until the account is
/// confirmed, and none of them may confirm it. The first two CITY_ADMINs need no confirmation,
/// unless another CITY_ADMIN exists who could confirm an act of one of them on the other.
@Singleton
public class ConfirmationService {

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

    /// Whether a new account of this role waits for a second person.
    @Transactional
    public boolean isNeededForNew(String role) {
        return Administration.needsSecondPerson(role)
                && (!role.equals(Role.CITY_ADMIN)
                        || lockFirstAdministrators().size() >= FIRST_ADMINISTRATORS);
    }

    /// Whether an account waits after `by` has changed it.
    ///
    /// @param before as it was
    /// @param role that it has now
    @Transactional
    public boolean isNeededAfterChange(Account before, String role, String by) {
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

    /// Lets the account wait from now on.
    @Transactional
    public void suspend(String name, String maker) {
        accounts.setPending(name, clock.instant(), null);
        makers.add(name, maker);
        audit.write(maker, "PENDING", name, "", List.of());
    }

    /// Adds a maker, who may be one already.
    @Transactional
    public void addMaker(String name, String maker) {
        makers.add(name, maker);
    }

    /// Whether `by` is a maker of the account and so must not confirm it.
    @Transactional
    public boolean isMaker(String name, String by) {
        return makers.existsById(new AccountMakerEntity.Key(name, by));
    }

    /// Ends the waiting of an account.
    ///
    /// @param by the second person; `system` if none is needed
    @Transactional
    public void settle(String name, String by) {
        accounts.setPending(name, null, by);
        makers.deleteAll(name);
    }
}

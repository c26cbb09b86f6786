package org.nuancan.access.terminal;

import io.micronaut.context.env.Environment;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.nuancan.access.Account;
import org.nuancan.access.account.AccountService;
import org.nuancan.access.password.Passwords;

/// Activates terminals: gives them a secret for signing in and a key for offline receipts.
@Singleton
public class TerminalActivationService {

    /// @param secret for signing in
    /// @param signingKey for the signatures of offline receipts
    @Introspected
    record Activated(String secret, String signingKey) {}

    private final TerminalService terminals;
    private final TerminalKeyService keys;
    private final AccountService accounts;
    private final Clock business;
    private final Environment environment;

    TerminalActivationService(
            TerminalService terminals,
            TerminalKeyService keys,
            AccountService accounts,
            Clock business,
            Environment environment) {
        this.terminals = terminals;
        this.keys = keys;
        this.accounts = accounts;
        this.business = business;
        this.environment = environment;
    }

    /// Makes a terminal with an old activation date; for the demo and tests only.
    ///
    /// @return its key for offline receipts
    /// @throws IllegalStateException outside the environments `embedded` and `test`
    @Transactional
    public String createActivated(String terminalId, long siteId, String label, String secret) {
        var names = environment.getActiveNames();
        if (!names.contains("embedded") && !names.contains("test")) {
            throw new IllegalStateException(
                    "a terminal with a known secret is for demos and tests");
        }
        var signingKey = Passwords.drawn();
        terminals.create(terminalId, siteId, label, "system");
        var account = accounts.lock(terminalId).orElseThrow(TerminalService::unknown);
        activate(account, new Activated(secret, signingKey), Instant.EPOCH);
        return signingKey;
    }

    /// @return empty if the code is wrong, too old or used
    @Transactional
    Optional<Activated> activate(String terminalId, String code) {
        var account =
                accounts.lock(terminalId)
                        .filter(found -> found.isTerminal() && !found.isDisabled());
        if (account.isEmpty() || !keys.isActivationCode(terminalId, code)) {
            return Optional.empty();
        }
        var activated = new Activated(Passwords.drawn(), Passwords.drawn());
        activate(account.get(), activated, business.instant());
        return Optional.of(activated);
    }

    private void activate(Account account, Activated activated, Instant activeSince) {
        accounts.changeSecret(account, Passwords.digest(activated.secret()));
        keys.activate(account.name(), activated.signingKey(), activeSince);
    }
}

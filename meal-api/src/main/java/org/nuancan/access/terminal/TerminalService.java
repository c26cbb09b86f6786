package org.nuancan.access.terminal;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuancan.access.Account;
import org.nuancan.access.Administration;
import org.nuancan.access.Caller;
import org.nuancan.access.NewAccount;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.account.AccountService;
import org.nuancan.access.account.ScopeService;
import org.nuancan.access.password.Passwords;
import org.nuancan.access.revocation.Revocations;
import org.nuancan.day.RealTime;
import org.nuancan.db.Ids;
import org.nuancan.db.InList;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Makes, lists and disables the terminals of sites. [TerminalActivationService] activates them.
@Singleton
class TerminalService {

    private static final Duration ACTIVATION = Duration.ofHours(24);
    private static final int CODE_LENGTH = 12;

    /// @param activationCode shown once, good for 24 h
    @Introspected
    record Created(String terminalId, String activationCode) {}

    private final TerminalRepository terminals;
    private final AccountService accounts;
    private final ScopeService scopes;
    private final Revocations revocations;
    private final Ids ids;
    private final InstantSource clock;

    TerminalService(
            TerminalRepository terminals,
            AccountService accounts,
            ScopeService scopes,
            Revocations revocations,
            Ids ids,
            @RealTime InstantSource clock) {
        this.terminals = terminals;
        this.accounts = accounts;
        this.scopes = scopes;
        this.revocations = revocations;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes a terminal at a site of the caller.
    @Transactional
    Created create(Caller by, long siteId, String label) {
        var code = Passwords.drawnCode(CODE_LENGTH);
        var terminalId = Long.toString(ids.next());
        requireOwn(by, siteId);
        create(terminalId, siteId, label, by.username());
        terminals.setActivationCode(
                terminalId, Passwords.digest(code), clock.instant().plus(ACTIVATION));
        return new Created(terminalId, code);
    }

    private void requireOwn(Caller by, long siteId) {
        var site = scopes.findSite(siteId).filter(found -> isOwn(by.scope(), found));
        if (site.isEmpty()) {
            throw unknown();
        }
    }

    private static boolean isOwn(Scope scope, Scope.OfSite site) {
        return switch (scope) {
            case Scope.OfProvider(var own, var _) -> own == site.providerId();
            case Scope.City _, Scope.District _ -> Administration.administers(scope, site);
            case Scope.Street _, Scope.OfSite _ -> false;
        };
    }

    /// Makes a terminal that is not yet active.
    ///
    /// @throws ProblemException `NOT_FOUND` if the site is not on file
    @Transactional
    void create(String terminalId, long siteId, String label, String by) {
        var site = scopes.findSite(siteId).orElseThrow(TerminalService::unknown);
        accounts.create(
                new NewAccount(
                        terminalId,
                        terminalId,
                        Role.POS_TERMINAL,
                        ScopeWords.site(siteId),
                        Optional.empty(),
                        false),
                site,
                by);
        var _ = terminals.save(TerminalEntity.of(terminalId, label));
    }

    /// Disables a terminal: it cannot sign in any more, and every token is void.
    Terminal disable(Caller by, String terminalId) {
        var terminal = disableLocked(by, terminalId);
        revocations.tell();
        return terminal;
    }

    @Transactional
    Terminal disableLocked(Caller by, String terminalId) {
        var account =
                accounts.lock(terminalId)
                        .filter(Account::isTerminal)
                        .orElseThrow(TerminalService::unknown);
        var siteId = account.scope().siteId();
        if (siteId == null) {
            throw unknown();
        }
        requireOwn(by, Long.parseLong(siteId));
        accounts.disable(account, by.username());
        var disabled = accounts.find(terminalId).orElseThrow();
        return shown(terminals.findById(terminalId).orElseThrow(), disabled);
    }

    /// The terminals of a site of the caller, by id.
    @ReadOnly
    Page<Terminal> list(Caller by, long siteId, Paging paging) {
        requireOwn(by, siteId);
        var after = paging.cursor().map(cursor -> cursor.text(0)).orElse("");
        var found = shown(accounts.listTerminals(siteId, after, paging.rows()));
        return Page.of(found, paging, terminal -> Cursor.of(terminal.terminalId()));
    }

    private List<Terminal> shown(List<Account> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var names = InList.of(found.stream().map(Account::name).toList());
        var byId =
                terminals.findByTerminalIdIn(names).stream()
                        .collect(Collectors.toMap(TerminalEntity::terminalId, Function.identity()));
        return found.stream()
                .map(one -> shown(Objects.requireNonNull(byId.get(one.name())), one))
                .toList();
    }

    private static Terminal shown(TerminalEntity terminal, Account account) {
        return new Terminal(
                terminal.terminalId(),
                Objects.requireNonNull(account.scope().siteId()),
                terminal.label(),
                terminal.activatedAt(),
                account.times().disabledAt().orElse(null));
    }

    static ProblemException unknown() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }
}

package org.nuancan.access.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nuancan.audit.AuditLog;
import org.nuancan.audit.FieldChange;

/// Writes acts on accounts into the audit log.
@Singleton
public final class AccountAudit {

    /// The name in the log for all names without an account. So attempts with random names do not
    /// fill the log, and a number that was typed into the wrong field does not enter it.
    private static final String UNKNOWN = "unknown";

    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final AuditLog log;
    private final AccountRepository accounts;
    private final Cache<String, Boolean> loggedLately =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(ONCE_IN).build();

    AccountAudit(AuditLog log, AccountRepository accounts) {
        this.log = log;
        this.accounts = accounts;
    }

    /// Writes a failed sign-in: for each name once a minute on each node, however often it is
    /// tried.
    ///
    /// @param name of the account; empty if the name has no account
    public void refused(Optional<String> name) {
        var who = name.orElse(UNKNOWN);
        if (loggedLately.asMap().putIfAbsent(who, Boolean.TRUE) != null) {
            return;
        }
        log.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.SIGN_IN,
                                who,
                                "SIGN_IN_REFUSED",
                                name.map(known -> "account " + known).orElse(UNKNOWN),
                                "")));
    }

    /// Writes an act on an account, in the transaction that holds its row.
    ///
    /// @param by the person who did it
    /// @param name the name of the changed account
    void write(String by, String act, String name, String detail, List<FieldChange> changes) {
        var division = accounts.findById(name).map(AccountEntity::area).orElse("");
        log.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.ACCOUNT,
                                by,
                                act,
                                "account " + name,
                                detail,
                                new AuditLog.Content(division, changes))));
    }

    /// Writes a sign-in.
    public void signedIn(String name) {
        log.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.SIGN_IN, name, "SIGNED_IN", "account " + name, "")));
    }
}

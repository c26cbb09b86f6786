package org.nuancan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nuancan.audit.AuditLog;

/// Writes what happens to accounts into the audit log.
@Singleton
final class AccountAudit {

    /// Names that nobody has are one to the log: who tries them fills it with nothing, and a number
    /// that was typed into the wrong field stays out of it.
    private static final String UNKNOWN = "unknown";

    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final AuditLog log;
    private final Cache<String, Boolean> told =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(ONCE_IN).build();

    AccountAudit(AuditLog log) {
        this.log = log;
    }

    /// Somebody could not sign in. Written once a minute for a name, on each node, however often it
    /// is tried.
    ///
    /// @param name of the account; empty if nobody has the name
    void refused(Optional<String> name) {
        var who = name.orElse(UNKNOWN);
        if (told.asMap().putIfAbsent(who, Boolean.TRUE) != null) {
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

    /// @param by who did it
    /// @param name whose account it is
    void write(String by, String act, String name, String detail) {
        log.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.ACCOUNT, by, act, "account " + name, detail)));
    }

    /// Somebody signed in.
    void signedIn(String name) {
        log.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.SIGN_IN, name, "SIGNED_IN", "account " + name, "")));
    }
}

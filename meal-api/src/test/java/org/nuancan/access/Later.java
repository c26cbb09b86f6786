package org.nuancan.access;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.nuancan.access.password.Passwords;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;

/// What tests need about time: deadlines, and uses that were longer ago.
public record Later(ServerUnderTest server) {

    /// The contract's: a disabled caller is out within 5 s.
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    static Later of(ServerUnderTest server) {
        return new Later(server);
    }

    public static void eventually(BooleanSupplier condition) {
        var deadline = Instant.now().plus(DEADLINE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not within " + DEADLINE);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    void moveUsesBack(String refreshToken, int seconds) {
        var _ =
                server.bean(Transactions.class)
                        .inOne(connection ->
                                Sql.on(
                                                connection,
                                                """
                                                update refresh_token
                                                set used_at = date_sub(used_at, interval ? second)
                                                where token_hash = ?
                                                """)
                                        .with(seconds, Passwords.digest(refreshToken))
                                        .run());
    }
}

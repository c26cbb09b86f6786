package org.nuancan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.nuancan.day.RealTime;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.seal.Secrets;

/// Which addresses have signed in with which name within 90 days.
///
/// A table, since it must outlive Redis: while a name is attacked, its owner gets in from a known
/// address only. A row holds a keyed hash of the address.
@Singleton
final class KnownAddresses {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 100_000;
    private static final int DELETED_AT_ONCE = 5_000;
    private static final String PURPOSE = "sign-in-address";

    private final Transactions transactions;
    private final Secrets secrets;
    private final InstantSource clock;

    /// An attacked name's attempts ask the database once a minute for an address.
    private final Cache<String, Boolean> asked =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    KnownAddresses(Transactions transactions, Secrets secrets, @RealTime InstantSource clock) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// @param name as it was typed
    boolean hasSignedIn(String name, String address) {
        return AccountName.isPossible(name)
                && asked.get(hash(name, address), hash -> isOnFile(name, hash));
    }

    private boolean isOnFile(String name, String hash) {
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                """
                                select name from sign_in_address
                                where name = ? and address_hash = ? and last_at > ?
                                """)
                        .with(name, hash, clock.instant().minus(KEPT))
                        .exists());
    }

    void remember(Connection connection, String name, String address) throws SQLException {
        var hash = hash(name, address);
        Sql.on(
                        connection,
                        """
                        insert into sign_in_address (name, address_hash, last_at)
                        values (?, ?, ?)
                        on duplicate key update last_at = values(last_at)
                        """)
                .with(name, hash, clock.instant())
                .run();
        asked.put(hash, true);
    }

    /// The name is part of it, so that rows do not tell which names share an address.
    String hash(String name, String address) {
        var text = name + "\n" + address;
        return secrets.fingerprint(PURPOSE, text.getBytes(StandardCharsets.UTF_8));
    }

    /// For tests that change the rows.
    void forgetCached() {
        asked.invalidateAll();
    }

    @Scheduled(fixedDelay = "6h", initialDelay = "20m")
    void forgetOld() {
        var _ =
                transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        delete from sign_in_address
                                        where last_at < ? order by last_at limit ?
                                        """)
                                .with(clock.instant().minus(KEPT), DELETED_AT_ONCE)
                                .run());
    }
}

package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Makes one-time codes.
@Singleton
final class Codes {

    /// How long a code is good in the elder's own hand.
    static final Duration OWN = Duration.ofSeconds(60);

    /// How long a code is good in the hand of who fetches the meal.
    static final Duration PROXY = Duration.ofDays(1);

    /// A code that was made.
    record Made(String text, Instant expiresAt) {}

    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;
    private final Vault vault;

    Codes(Transactions transactions, Clock clock, Ids ids, Vault vault) {
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.vault = vault;
    }

    /// A new code for an elder of an area; empty if there is none.
    Optional<Made> issue(long elderId, boolean isProxy, Area area, String by) {
        return transactions.inOne(connection -> {
            var now = clock.instant();
            if (ElderReader.idsIn(connection, List.of(elderId), area, now).isEmpty()) {
                return Optional.<Made>empty();
            }
            var expires = now.plus(isProxy ? PROXY : OWN);
            var nonce = vault.randomBytes(CodeText.NONCE_BYTES);
            Sql.on(
                            connection,
                            """
                            insert into elder_code
                                (code_id, nonce, elder_id, proxy, issued_at, issued_by, expires_at)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .with(ids.next(), nonce, elderId, isProxy, now, by, expires)
                    .run();
            var text = new CodeText(HexFormat.of().formatHex(nonce), expires).signed(vault);
            return Optional.of(new Made(text, expires));
        });
    }
}

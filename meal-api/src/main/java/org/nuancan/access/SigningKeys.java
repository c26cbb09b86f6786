package org.nuancan.access;

import com.nimbusds.jose.jwk.ECKey;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// The keys that sign tokens, sealed in the database.
@Singleton
final class SigningKeys implements SealedColumns {

    private static final SealedColumn KEY =
            SealedColumn.of("signing-key", "signing_key", "sealed", "key_id");

    /// A key with its private part.
    record Held(ECKey key, Instant madeAt) {}

    private final Transactions transactions;
    private final Secrets secrets;

    SigningKeys(Transactions transactions, Secrets secrets) {
        this.transactions = transactions;
        this.secrets = secrets;
    }

    /// Those made after an instant, newest first.
    List<Held> madeAfter(Instant instant) {
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                """
                                select key_id, sealed, made_at from signing_key
                                where made_at > ?
                                order by made_at desc, key_id
                                """)
                        .with(instant)
                        .list(row ->
                                new Held(
                                        opened(row.text("key_id"), row.text("sealed")),
                                        row.instant("made_at"))));
    }

    /// Adds a key, and deletes those made before `old`.
    void add(Held made, Instant old) {
        var keyId = made.key().getKeyID();
        var _ =
                transactions.inOne(connection -> {
                    Sql.on(connection, "delete from signing_key where made_at < ?").with(old).run();
                    return Sql.on(
                                    connection,
                                    "insert into signing_key (key_id, sealed, made_at) values (?, ?, ?)")
                            .with(keyId, secrets.seal(KEY, made.key().toJSONString(), keyId))
                            .with(made.madeAt())
                            .run();
                });
    }

    private ECKey opened(String keyId, String sealed) {
        try {
            return ECKey.parse(secrets.open(KEY, sealed, keyId));
        } catch (ParseException exception) {
            throw new IllegalStateException("a signing key that is none", exception);
        }
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(KEY);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}

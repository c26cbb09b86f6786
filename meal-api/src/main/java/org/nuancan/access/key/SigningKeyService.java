package org.nuancan.access.key;

import com.nimbusds.jose.jwk.ECKey;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// The keys that sign tokens, sealed in the database.
@Singleton
class SigningKeyService implements SealedColumns {

    private static final SealedColumn KEY =
            SealedColumn.of("signing-key", "signing_key", "sealed", "key_id");

    /// A key with its private part.
    record Held(ECKey key, Instant madeAt) {}

    private final SigningKeyRepository repository;
    private final Secrets secrets;

    SigningKeyService(SigningKeyRepository repository, Secrets secrets) {
        this.repository = repository;
        this.secrets = secrets;
    }

    /// Keys that were made after an instant, newest first.
    @ReadOnly
    List<Held> madeAfter(Instant instant) {
        return repository.madeAfter(instant).stream()
                .map(row -> new Held(opened(row.keyId(), row.sealed()), row.madeAt()))
                .toList();
    }

    /// Adds a key, and deletes those made before `old`.
    @Transactional
    void add(Held made, Instant old) {
        var keyId = made.key().getKeyID();
        repository.deleteMadeBefore(old);
        var sealed = secrets.seal(KEY, made.key().toJSONString(), keyId);
        var _ = repository.save(new SigningKeyEntity(keyId, sealed, made.madeAt()));
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

package org.nuancan.access.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.security.token.jwt.endpoints.JwkProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuancan.access.OneReader;
import org.nuancan.access.key.SigningKeyService.Held;
import org.nuancan.day.RealTime;
import org.nuancan.db.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys that sign tokens (ECDSA over P-256), stored sealed in the database.
///
/// The newest one signs. A new one is made at the first start and every 30 days. This needs no
/// restart: a node that gets a token with an unknown key reads the keys again. Old keys verify for
/// one more day.
@Singleton
final class KeyRing implements JwkProvider {

    private static final Duration SIGNS = Duration.ofDays(30);
    private static final Duration VERIFIES = SIGNS.plusDays(1);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    private record Ring(List<Held> newestFirst, Map<String, ECKey> byId, Instant readAt) {}

    private final SigningKeyService keys;
    private final InstantSource clock;
    private final OneReader oneReader = new OneReader();
    private volatile Ring ring = new Ring(List.of(), Map.of(), Instant.EPOCH);

    KeyRing(SigningKeyService keys, @RealTime InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// The key that signs at present.
    ECKey signing() {
        var held = ring.newestFirst();
        if (held.isEmpty() || isDue(held.getFirst())) {
            return signingAfterReading();
        }
        return held.getFirst().key();
    }

    private ECKey signingAfterReading() {
        return oneReader.read(this::newestAfterReading);
    }

    private ECKey newestAfterReading() {
        var held = read().newestFirst();
        if (held.isEmpty() || isDue(held.getFirst())) {
            var _ = rotate();
        }
        return ring.newestFirst().getFirst().key();
    }

    private boolean isDue(Held newest) {
        return newest.madeAt().plus(SIGNS).isBefore(clock.instant());
    }

    /// A key that may have signed a token, without its private part.
    Optional<ECKey> verifying(String keyId) {
        var known = ring.byId().get(keyId);
        if (known == null && ring.readAt().plus(BETWEEN_READINGS).isBefore(clock.instant())) {
            readAgain();
            known = ring.byId().get(keyId);
        }
        return Optional.ofNullable(known).map(ECKey::toPublicJWK);
    }

    /// The public keys, for services that verify tokens.
    @Override
    public List<JWK> retrieveJsonWebKeys() {
        if (ring.newestFirst().isEmpty()) {
            var _ = signing();
        }
        return ring.newestFirst().stream().<JWK>map(held -> held.key().toPublicJWK()).toList();
    }

    /// Makes a new key, which signs from now on.
    ///
    /// @return its id
    String rotate() {
        return oneReader.read(this::rotated);
    }

    private String rotated() {
        var now = clock.instant();
        var key = made();
        keys.add(new Held(key, now), now.minus(VERIFIES));
        var _ = read();
        return key.getKeyID();
    }

    /// Reads the keys, so that other nodes' new keys are published here as well, and removes old
    /// ones. Makes a new key when it is due, so that a sign-in does not have to.
    @Scheduled(fixedDelay = "60s", initialDelay = "1s")
    void tryRead() {
        try {
            readAgain();
            var _ = signing();
        } catch (DatabaseFailure failure) {
            LOG.warn("signing keys could not be read: {}", failure.kind());
        }
    }

    private void readAgain() {
        var _ = oneReader.read(this::read);
    }

    private Ring read() {
        var at = clock.instant();
        var held = keys.madeAfter(at.minus(VERIFIES));
        var found =
                new Ring(
                        held,
                        held.stream()
                                .map(Held::key)
                                .collect(Collectors.toMap(ECKey::getKeyID, Function.identity())),
                        at);
        ring = found;
        return found;
    }

    private static ECKey made() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException exception) {
            throw new IllegalStateException("no P-256", exception);
        }
    }
}

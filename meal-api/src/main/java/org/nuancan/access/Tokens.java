package org.nuancan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.day.RealTime;

/// Access tokens: signed JWTs with `sub`, `roles`, `scope`, and what makes them revocable.
@Singleton
final class Tokens {

    /// How long an access token holds.
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ROLES = "roles";
    private static final String EPOCH = "epoch";
    private static final String FAMILY = "sid";
    private static final String CHANGES_PASSWORD = "pwd";
    private static final int REMEMBERED = 20_000;

    /// What a token says, its signature verified.
    ///
    /// @param changesPassword whether the caller may only change the password
    record Verified(
            Caller caller, int epoch, long familyId, boolean changesPassword, Instant until) {}

    private final KeyRing keys;
    private final InstantSource clock;

    /// A till sends the same token a thousand times; its signature is verified once.
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFE).build();

    Tokens(KeyRing keys, @RealTime InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// @param changesPassword whether the caller signed in with a one-time password
    String issue(Caller caller, int epoch, long familyId, boolean changesPassword) {
        var now = clock.instant();
        var key = keys.signing();
        var claims =
                new JWTClaimsSet.Builder()
                        .subject(caller.username())
                        .claim(ROLES, List.of(caller.role()))
                        .claim(CallerClaims.SCOPE, CallerClaims.claim(caller.scope()))
                        .claim(EPOCH, epoch)
                        .claim(FAMILY, Long.toString(familyId))
                        .claim(CHANGES_PASSWORD, changesPassword ? true : null)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException exception) {
            throw new IllegalStateException("cannot sign", exception);
        }
        return token.serialize();
    }

    /// Whether [#verify] answers without asking the database.
    boolean isAtHand(String token) {
        return verified.getIfPresent(token) != null
                || parsed(token).map(this::knowsKey).orElse(true);
    }

    private boolean knowsKey(SignedJWT token) {
        var keyId = token.getHeader().getKeyID();
        return keyId == null || keys.knows(keyId);
    }

    /// What a token says; empty if it is no token of ours or its time is over.
    Optional<Verified> verify(String token) {
        var known = verified.getIfPresent(token);
        if (known == null) {
            var read = parsed(token).filter(this::isOurs).flatMap(Tokens::read);
            read.ifPresent(found -> verified.put(token, found));
            known = read.orElse(null);
        }
        return Optional.ofNullable(known).filter(found -> clock.instant().isBefore(found.until()));
    }

    private static Optional<SignedJWT> parsed(String token) {
        try {
            return Optional.of(SignedJWT.parse(token));
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    private boolean isOurs(SignedJWT token) {
        var keyId = token.getHeader().getKeyID();
        // The algorithm is ours to say, not the token's.
        if (keyId == null || !token.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256)) {
            return false;
        }
        return keys.verifying(keyId)
                .map(key -> {
                    try {
                        return token.verify(new ECDSAVerifier(key));
                    } catch (JOSEException _) {
                        return false;
                    }
                })
                .orElse(false);
    }

    private static Optional<Verified> read(SignedJWT token) {
        try {
            var claims = token.getJWTClaimsSet();
            Map<String, Object> scope = claims.getJSONObjectClaim(CallerClaims.SCOPE);
            var caller =
                    new Caller(
                            claims.getSubject(),
                            claims.getStringListClaim(ROLES).getFirst(),
                            CallerClaims.scope(scope));
            return Optional.of(
                    new Verified(
                            caller,
                            claims.getIntegerClaim(EPOCH),
                            Long.parseLong(claims.getStringClaim(FAMILY)),
                            Boolean.TRUE.equals(claims.getBooleanClaim(CHANGES_PASSWORD)),
                            claims.getExpirationTime().toInstant()));
        } catch (ParseException exception) {
            throw new IllegalStateException("a token that we signed and cannot read", exception);
        }
    }
}

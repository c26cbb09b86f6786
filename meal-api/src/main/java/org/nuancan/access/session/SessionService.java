package org.nuancan.access.session;

import io.micronaut.security.authentication.Authentication;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.nuancan.access.CallerClaims;
import org.nuancan.access.Role;
import org.nuancan.access.password.Passwords;
import org.nuancan.access.revocation.Revocations;
import org.nuancan.day.RealTime;
import org.nuancan.db.Ids;

/// Sign-ins, and the sequence of refresh tokens in each of them.
@Singleton
class SessionService {

    /// How long after its use a refresh token gives the same pair again, as the answer may be lost.
    static final Duration GRACE = Duration.ofSeconds(60);

    private static final Duration USERS = Duration.ofDays(7);
    private static final Duration TERMINALS = Duration.ofDays(60);

    private final TokenFamilyRepository families;
    private final RefreshTokenRepository tokens;
    private final TokenPairs pairs;
    private final Revocations revocations;
    private final Ids ids;
    private final InstantSource clock;

    SessionService(
            TokenFamilyRepository families,
            RefreshTokenRepository tokens,
            TokenPairs pairs,
            Revocations revocations,
            Ids ids,
            @RealTime InstantSource clock) {
        this.families = families;
        this.tokens = tokens;
        this.pairs = pairs;
        this.revocations = revocations;
        this.ids = ids;
        this.clock = clock;
    }

    /// Begins a sign-in for a caller whose secret was right.
    @Transactional
    Session begin(Authentication caller) {
        var familyId = ids.next();
        var now = clock.instant();
        var isTerminal = caller.getRoles().contains(Role.POS_TERMINAL);
        var _ =
                families.save(
                        new TokenFamilyEntity(
                                familyId,
                                caller.getName(),
                                CallerClaims.epochOf(caller),
                                now,
                                now.plus(isTerminal ? TERMINALS : USERS),
                                null));
        return pairs.create(caller, familyId);
    }

    /// The next pair for a refresh token; within the grace, the same pair again. A later use means
    /// that the token or its successor was stolen: the whole sign-in ends.
    ///
    /// @param holder the caller that owns the token
    /// @return empty if the token is not valid
    @Transactional
    Optional<Session> renew(Authentication holder, String refreshToken) {
        var hash = Passwords.digest(refreshToken);
        var now = clock.instant();
        var family =
                families.lockByToken(hash)
                        .filter(found ->
                                found.isOpenAt(now)
                                        && found.epoch() == CallerClaims.epochOf(holder));
        if (family.isEmpty()) {
            return Optional.empty();
        }
        var familyId = family.get().familyId();
        var token = tokens.findById(hash).orElseThrow();
        var usedAt = token.usedAt();
        if (usedAt == null) {
            var pair = pairs.create(holder, familyId);
            tokens.use(hash, now, pairs.seal(pair, hash));
            return Optional.of(pair);
        }
        var successor = token.successor();
        if (usedAt.plus(GRACE).isAfter(now) && successor != null) {
            return Optional.of(pairs.open(holder, successor, hash));
        }
        end(familyId);
        return Optional.empty();
    }

    /// Ends a sign-in, on every node.
    void signOut(long familyId) {
        end(familyId);
        revocations.tell();
    }

    /// Ends the sign-in, on every node within 5 s.
    @Transactional
    void end(long familyId) {
        families.end(familyId, clock.instant());
        revocations.revokeFamily(familyId);
    }
}

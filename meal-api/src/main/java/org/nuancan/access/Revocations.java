package org.nuancan.access;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.security.token.generator.AccessTokenConfiguration;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuancan.day.RealTime;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.redis.Redis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which tokens are void before they expire, known on every node within 5 s.
///
/// Each node reads the few rows that matter every 2 s, and at once when Redis tells that there is
/// something new. Without Redis the 2 s remain; a node that could not read for 4 s reads before it
/// accepts a token.
@Singleton
class Revocations {

    private static final String CHANNEL = "nuancan:revoked";
    private static final Duration STALE = Duration.ofSeconds(4);
    private static final Duration LOST = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private record Snapshot(Map<String, Integer> epochs, Instant readAt) {}

    private final RevocationRepository repository;

    /// Longer than a token can live.
    private final Duration kept;

    private final InstantSource clock;
    private final Redis redis;
    private final OneReader oneReader = new OneReader();
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Instant.EPOCH);

    Revocations(
            RevocationRepository repository,
            AccessTokenConfiguration tokens,
            @RealTime InstantSource clock,
            Redis redis) {
        this.repository = repository;
        this.kept = Duration.ofSeconds(tokens.getExpiration()).multipliedBy(2);
        this.clock = clock;
        this.redis = redis;
    }

    @EventListener
    void begin(ServerStartupEvent event) {
        tryRead();
        redis.listen(CHANNEL, this::tryRead);
    }

    /// Voids tokens of `name` with an epoch below `epoch`, in the transaction of the caller.
    void revoke(String name, int epoch) {
        write("name:" + name, epoch);
    }

    /// Voids all tokens of one sign-in, in the transaction of the caller.
    void revokeFamily(long familyId) {
        write(family(familyId), Integer.MAX_VALUE);
    }

    private void write(String subject, int epoch) {
        repository.set(subject, epoch, clock.instant().plus(kept));
    }

    /// To be called once what was revoked is committed: the other nodes read it at once.
    void tell() {
        tryRead();
        redis.publish(CHANNEL, "");
    }

    /// Whether a look without waiting is enough.
    boolean isFresh() {
        return snapshot.readAt().plus(STALE).isAfter(clock.instant());
    }

    /// Whether the last reading is so old that something must be wrong.
    boolean isLost() {
        return snapshot.readAt().plus(LOST).isBefore(clock.instant());
    }

    /// Whether a token is void; reads first if the last reading is too old.
    ///
    /// @throws DatabaseFailure if it had to be read and could not be
    boolean isVoid(String name, int epoch, long familyId) {
        if (!isFresh()) {
            readUnlessFresh();
        }
        var epochs = snapshot.epochs();
        return epochs.getOrDefault("name:" + name, 0) > epoch
                || epochs.containsKey(family(familyId));
    }

    @Scheduled(fixedDelay = "2s", initialDelay = "2s")
    void tryRead() {
        try {
            read();
        } catch (DatabaseFailure failure) {
            LOG.warn("revocations could not be read: {}", failure.kind());
        }
    }

    private void readUnlessFresh() {
        var _ = oneReader.read(() -> isFresh() ? snapshot : found());
    }

    private void read() {
        var _ = oneReader.read(this::found);
    }

    // One reading at a time: a slower, older one must not overwrite a newer one.
    private Snapshot found() {
        var at = clock.instant();
        var epochs = inForce(at);
        var read = new Snapshot(epochs, at);
        snapshot = read;
        return read;
    }

    /// The epochs below which tokens are void, by subject.
    @ReadOnly
    Map<String, Integer> inForce(Instant at) {
        return repository.inForce(at).stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                RevocationEntity::subject, RevocationEntity::epoch));
    }

    private static String family(long familyId) {
        return "family:" + familyId;
    }
}

package org.nuancan.access.revocation;

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
import org.nuancan.access.OneReader;
import org.nuancan.day.RealTime;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.redis.Redis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows which tokens are void before they expire; a revocation is known on every node within 5 s.
///
/// Each node reads the few relevant rows every 2 s, and at once when Redis announces a new
/// revocation. Without Redis the 2 s remain. A node that could not read for 4 s must read before it
/// accepts a token.
@Singleton
public class Revocations {

    private static final String CHANNEL = "nuancan:revoked";
    private static final Duration STALE = Duration.ofSeconds(4);
    private static final Duration LOST = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private record Snapshot(Map<String, Integer> epochs, Instant readAt) {}

    private final RevocationRepository repository;

    /// Longer than the lifetime of a token.
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

    /// Voids tokens of `name` with an epoch below `epoch`, in the caller's transaction.
    public void revoke(String name, int epoch) {
        write("name:" + name, epoch);
    }

    /// Voids all tokens of one sign-in, in the caller's transaction.
    public void revokeFamily(long familyId) {
        write(family(familyId), Integer.MAX_VALUE);
    }

    private void write(String subject, int epoch) {
        repository.set(subject, epoch, clock.instant().plus(kept));
    }

    /// Announces revocations to the other nodes, which read them at once. To be called after the
    /// commit.
    public void tell() {
        tryRead();
        redis.publish(CHANNEL, "");
    }

    /// Whether the last read is recent enough to check a token without waiting.
    boolean isFresh() {
        return snapshot.readAt().plus(STALE).isAfter(clock.instant());
    }

    /// Whether the last read is so old that there must be a fault.
    boolean isLost() {
        return snapshot.readAt().plus(LOST).isBefore(clock.instant());
    }

    /// Whether a token is void; reads the revocations first if the last read is too old.
    ///
    /// @throws DatabaseFailure if a read was needed and failed
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

    // One read at a time: an older result must not overwrite a newer one.
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

package org.nuancan.access.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lettuce.core.ScriptOutputType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.nuancan.day.RealTime;
import org.nuancan.redis.Redis;

/// Stores [FailureHistory]s by key: in Redis, where all nodes see them; on this node while Redis
/// does not answer.
///
/// A history in Redis is replaced only if it is unchanged since it was read (compare and set), so
/// that parallel failures on several nodes are all counted.
@Singleton
final class FailureHistories {

    /// Longer than the sum of the longest window and the longest wait.
    private static final Duration KEPT = Duration.ofMinutes(70);

    private static final Duration REDIS_IS_LEFT_ALONE = Duration.ofSeconds(2);
    private static final int TRIES = 20;
    private static final int REMEMBERED = 100_000;
    private static final String REPLACE =
            """
            if (redis.call('GET', KEYS[1]) or '') == ARGV[1] then
                redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
                return 1
            end
            return 0
            """;

    private final Redis redis;
    private final InstantSource clock;
    private final Cache<String, FailureHistory> here =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(KEPT).build();
    private volatile Instant redisSilentUntil = Instant.EPOCH;

    FailureHistories(Redis redis, @RealTime InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    FailureHistory find(String key) {
        return inRedis(key).map(text -> history(text, key)).orElseGet(() -> local(key));
    }

    /// Replaces a history; changes are made one after another.
    ///
    /// @return the new one
    FailureHistory change(String key, UnaryOperator<FailureHistory> change) {
        for (var tries = 0; tries < TRIES; tries++) {
            var before = inRedis(key);
            if (before.isEmpty()) {
                break;
            }
            var after = change.apply(history(before.get(), key));
            if (replace(key, before.get(), after)) {
                here.put(key, after);
                return after;
            }
        }
        return here.asMap()
                .compute(
                        key,
                        (_, known) -> change.apply(known == null ? FailureHistory.NONE : known));
    }

    private FailureHistory local(String key) {
        var known = here.getIfPresent(key);
        return known == null ? FailureHistory.NONE : known;
    }

    /// @return the stored text, empty for none; an empty `Optional` if Redis does not answer
    private Optional<String> inRedis(String key) {
        if (redisSilentUntil.isAfter(clock.instant())) {
            return Optional.empty();
        }
        var found = redis.ask(commands -> Optional.ofNullable(commands.get(key)).orElse(""));
        if (found.isEmpty()) {
            redisSilentUntil = clock.instant().plus(REDIS_IS_LEFT_ALONE);
        }
        return found;
    }

    private boolean replace(String key, String before, FailureHistory after) {
        return redis.ask(commands ->
                        commands.<Long>eval(
                                REPLACE,
                                ScriptOutputType.INTEGER,
                                new String[] {key},
                                before,
                                after.text(),
                                Long.toString(KEPT.toMillis())))
                .filter(replaced -> replaced == 1)
                .isPresent();
    }

    /// The history to use: counts that this node made while Redis was away are later than those in
    /// Redis.
    private FailureHistory history(String text, String key) {
        var inRedis = text.isEmpty() ? FailureHistory.NONE : FailureHistory.read(text);
        return inRedis.orLater(local(key));
    }
}

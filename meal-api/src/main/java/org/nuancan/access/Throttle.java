package org.nuancan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lettuce.core.ScriptOutputType;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Counts failed sign-ins and activations by name and by address. Who has the right secret is never
/// refused: only failures come here.
///
/// Counted in Redis over all nodes; on this node alone while Redis is away.
@Singleton
final class Throttle {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final long BY_NAME = 10;
    private static final int REMEMBERED = 100_000;

    private final Redis redis;
    private final long mostByAddress;
    private final Cache<String, AtomicLong> here =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(WINDOW).build();

    /// @param byAddress how many failures an address has in five minutes; a whole building may
    ///   share one
    Throttle(
            Redis redis,
            @Property(name = "nuancan.sign-in.failures-by-address", defaultValue = "50")
                    long byAddress) {
        this.redis = redis;
        this.mostByAddress = byAddress;
    }

    /// Counts a failure.
    ///
    /// @return what to refuse it with: `otherwise`, or `TOO_MANY_REQUESTS` once there were too many
    ProblemException failed(String name, String address, ProblemCode otherwise) {
        var byName = count("name:" + Passwords.digest(name));
        var byAddress = count("address:" + Passwords.digest(address));
        if (byName > BY_NAME || byAddress > mostByAddress) {
            return tooMany(WINDOW);
        }
        return ProblemException.of(otherwise);
    }

    static ProblemException tooMany(Duration wait) {
        return ProblemException.with(
                ProblemCode.TOO_MANY_REQUESTS, Map.of("retryAfter", wait.toSeconds()));
    }

    private long count(String what) {
        var local = here.get(what, _ -> new AtomicLong()).incrementAndGet();
        var key = "nuancan:failed:" + what;
        var shared =
                redis.ask(commands ->
                        commands.<Long>eval(
                                """
                                local n = redis.call('INCR', KEYS[1])
                                if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
                                return n
                                """,
                                ScriptOutputType.INTEGER,
                                new String[] {key},
                                Long.toString(WINDOW.toSeconds())));
        return Math.max(local, shared.orElse(0L));
    }
}

package org.nuancan.access.attempt;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nuancan.access.attempt.FailureHistory.Rule;
import org.nuancan.access.password.HashingThreads;
import org.nuancan.day.RealTime;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.seal.Secrets;

/// Slows failed sign-ins and activations (`api-2.md`, Signing in, accounts).
///
/// 1. After 10 failures for a name from one address within 10 minutes, attempts for that name from
///    that address wait.
/// 2. After 100 failures for a name from all addresses within an hour, attempts from an address
///    that has not signed in with this name within 90 days wait.
///
/// An attempt that has to wait is refused without a check of its secret, right or wrong. An attempt
/// counts as failed before its secret is hashed, so that parallel attempts get no more checks than
/// sequential ones; on one node the attempts for one name are hashed one after another.
@Singleton
public final class SignInAttempts {

    static final Rule FROM_ONE_ADDRESS = new Rule(10, Duration.ofMinutes(10));
    static final Rule FROM_ALL_ADDRESSES = new Rule(100, Duration.ofHours(1));

    private static final String PURPOSE = "sign-in-attempts";
    private static final int LOCKS = 256;

    /// The operation that is attempted; failures at one do not count for the other.
    public enum Door {
        SIGN_IN,
        ACTIVATION
    }

    /// An attempt.
    ///
    /// @param name as it was typed, with or without such an account
    /// @param address of the client, as [ClientAddresses] finds it
    public record Claim(Door door, String name, String address) {}

    private final FailureHistories histories;
    private final KnownAddressService knownAddresses;
    private final HashingThreads threads;
    private final HeldRefusals refusals;
    private final Secrets secrets;
    private final InstantSource clock;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    SignInAttempts(
            FailureHistories histories,
            KnownAddressService knownAddresses,
            HashingThreads threads,
            HeldRefusals refusals,
            Secrets secrets,
            @RealTime InstantSource clock) {
        this.histories = histories;
        this.knownAddresses = knownAddresses;
        this.threads = threads;
        this.refusals = refusals;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Checks a secret on a thread for hashing and counts the result.
    ///
    /// @param check checks the secret
    /// @param right whether the check found it right
    /// @throws ProblemException `TOO_MANY_REQUESTS` if the attempt has to wait, `BUSY` if too many
    ///   others are being checked; an attempt whose `check` throws is not counted
    public <T> T judge(Claim claim, Supplier<T> check, Predicate<T> right) {
        try {
            requireOpen(claim);
            return threads.call(() -> judgeInTurn(claim, check, right));
        } catch (ProblemException refusal) {
            refusals.hold();
            throw refusal;
        }
    }

    /// Records that the address has signed in with this name.
    public void remember(Claim claim) {
        knownAddresses.remember(claim.name(), claim.address());
    }

    private <T> T judgeInTurn(Claim claim, Supplier<T> check, Predicate<T> right) {
        var key = byName(claim);
        var lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
        lock.lock();
        try {
            requireOpen(claim);
            var counted = count(claim);
            var found = checked(claim, counted, check);
            if (right.test(found)) {
                var forgotten = FailureHistory.forgottenAt(now());
                var _ = histories.change(byAddress(claim), _ -> forgotten);
            } else {
                var now = now();
                var _ =
                        histories.change(
                                key, history -> history.plusFailure(FROM_ALL_ADDRESSES, now));
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    private record Counted(FailureHistory before, FailureHistory after) {}

    /// Counts the attempt as failed; parallel attempts on other nodes must see this count.
    private Counted count(Claim claim) {
        var now = now();
        var before = new AtomicReference<>(FailureHistory.NONE);
        var after =
                histories.change(
                        byAddress(claim),
                        history -> {
                            before.set(history);
                            return history.waitAt(now).isZero()
                                    ? history.plusFailure(FROM_ONE_ADDRESS, now)
                                    : history;
                        });
        refuseIfWaiting(before.get().waitAt(now));
        return new Counted(before.get(), after);
    }

    private <T> T checked(Claim claim, Counted counted, Supplier<T> check) {
        try {
            return check.get();
        } catch (RuntimeException failure) {
            // The secret was not checked, for example without a database: undo the count.
            var before = counted.before().changedAt(now());
            var _ =
                    histories.change(
                            byAddress(claim),
                            history -> history.equals(counted.after()) ? before : history);
            throw failure;
        }
    }

    private void requireOpen(Claim claim) {
        var now = now();
        refuseIfWaiting(histories.find(byAddress(claim)).waitAt(now));
        var wait = histories.find(byName(claim)).waitAt(now);
        if (!wait.isZero() && !knownAddresses.hasSignedIn(claim.name(), claim.address())) {
            refuseIfWaiting(wait);
        }
    }

    private static void refuseIfWaiting(Duration wait) {
        if (!wait.isZero()) {
            throw tooMany(wait);
        }
    }

    /// @param wait the value of `Retry-After`, in whole seconds, rounded up
    static ProblemException tooMany(Duration wait) {
        var seconds = wait.plusMillis(999).toSeconds();
        return ProblemException.with(ProblemCode.TOO_MANY_REQUESTS, Map.of("retryAfter", seconds));
    }

    private String byAddress(Claim claim) {
        return key(claim, claim.address());
    }

    private String byName(Claim claim) {
        return key(claim, "");
    }

    /// The present time in milliseconds, the precision of stored histories.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Keyed hash, since the typed name may be an ID number or a password.
    private String key(Claim claim, String address) {
        var text = String.join("\n", claim.door().name(), address, claim.name());
        return "nuancan:failed:"
                + secrets.fingerprint(PURPOSE, text.getBytes(StandardCharsets.UTF_8));
    }
}

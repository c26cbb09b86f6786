package org.nuancan.access.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.nuancan.access.AccountName;
import org.nuancan.day.RealTime;
import org.nuancan.seal.Secrets;

/// Finds out which addresses have signed in with a name within 90 days.
///
/// They are in a table, since they must outlive Redis: while a name is attacked, its owner can sign
/// in from a known address only. A row holds a keyed hash of the address.
@Singleton
public class KnownAddressService {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 100_000;
    private static final int DELETED_AT_ONCE = 5_000;
    private static final String PURPOSE = "sign-in-address";

    private final SignInAddressRepository repository;
    private final Secrets secrets;
    private final InstantSource clock;

    /// Caches answers for a minute, so that attempts for an attacked name query the database once a
    /// minute for an address.
    private final Cache<String, Boolean> answers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    KnownAddressService(
            SignInAddressRepository repository, Secrets secrets, @RealTime InstantSource clock) {
        this.repository = repository;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// @param name as it was typed
    public boolean hasSignedIn(String name, String address) {
        return AccountName.isPossible(name)
                && answers.get(hash(name, address), hash -> isOnFile(name, hash));
    }

    @ReadOnly
    boolean isOnFile(String name, String hash) {
        var since = clock.instant().minus(KEPT);
        return repository
                .findById(new SignInAddressEntity.Key(name, hash))
                .filter(row -> row.lastAt().isAfter(since))
                .isPresent();
    }

    @Transactional
    void remember(String name, String address) {
        var hash = hash(name, address);
        repository.set(name, hash, clock.instant());
        answers.put(hash, true);
    }

    /// A keyed hash of name and address together, so that the rows do not show which names share an
    /// address.
    public String hash(String name, String address) {
        var text = name + "\n" + address;
        return secrets.fingerprint(PURPOSE, text.getBytes(StandardCharsets.UTF_8));
    }

    /// For tests that change the rows.
    public void forgetCached() {
        answers.invalidateAll();
    }

    /// Deletes addresses without a sign-in for 90 days, every 6 hours and at most 5,000 at once.
    @Scheduled(fixedDelay = "6h", initialDelay = "20m")
    @Transactional
    public void deleteOld() {
        repository.deleteBefore(clock.instant().minus(KEPT), DELETED_AT_ONCE);
    }
}

package org.nuancan.access.account;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Lists the riders of delivery providers.
@Singleton
public class RiderService {

    private final UserRepository users;

    RiderService(UserRepository users) {
        this.users = users;
    }

    /// A rider who may sign in.
    ///
    /// @param providerId the provider for which the rider delivers
    public record RiderAccount(String username, String displayName, long providerId) {}

    /// The riders who may sign in, with names after `after`, by name.
    ///
    /// @param area prefix of the district of their provider; empty: any
    /// @param providerId their provider; empty: any
    @ReadOnly
    public List<RiderAccount> list(
            Optional<String> area, Optional<Long> providerId, String after, int most) {
        return users.listRiders(area.orElse(null), providerId.orElse(null), after, most).stream()
                .map(account ->
                        new RiderAccount(
                                account.name(),
                                account.displayName(),
                                Optional.ofNullable(account.providerId()).orElseThrow()))
                .toList();
    }

    /// Names of the riders who may sign in, sorted.
    @ReadOnly
    public List<String> findNames(long providerId) {
        return users.findRiders(providerId);
    }
}

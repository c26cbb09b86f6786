package org.nuancan.access.account;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;

/// Lists the riders of delivery providers.
@Singleton
public class RiderService {

    private final UserRepository users;

    RiderService(UserRepository users) {
        this.users = users;
    }

    /// Names of the riders who may sign in, sorted.
    @ReadOnly
    public List<String> findNames(long providerId) {
        return users.findRiders(providerId);
    }
}

package org.nuancan.access;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the first person in: where nobody has an account yet, `city` is made with the configured
/// password, to be changed at once.
@Singleton
@Requires(property = "nuancan.first-administrator.password")
final class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Users users;
    private final String password;

    FirstAdministrator(
            Users users, @Property(name = "nuancan.first-administrator.password") String password) {
        this.users = users;
        this.password = password;
    }

    @EventListener
    void begin(ServerStartupEvent event) {
        if (!password.isBlank() && !users.isAnybodyThere()) {
            users.createFirst("city", password);
            LOG.warn("made the first administrator, city; change the password now");
        }
    }
}

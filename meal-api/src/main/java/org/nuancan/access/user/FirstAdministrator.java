package org.nuancan.access.user;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the first account, `city`, if there is none yet. Its password is the configured one, which
/// the administrator should change at once.
@Singleton
@Requires(property = "nuancan.first-administrator.password")
final class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final UserService users;
    private final String password;

    FirstAdministrator(
            UserService users,
            @Property(name = "nuancan.first-administrator.password") String password) {
        this.users = users;
        this.password = password;
    }

    @EventListener
    void begin(ServerStartupEvent event) {
        if (!password.isBlank() && !users.hasAccounts()) {
            users.createFirst("city", password);
            LOG.warn("made the first administrator, city; change the password now");
        }
    }
}

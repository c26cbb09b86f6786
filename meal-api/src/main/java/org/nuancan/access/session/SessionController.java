package org.nuancan.access.session;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.nuancan.access.Caller;
import org.nuancan.access.CallerClaims;
import org.nuancan.access.Role;
import org.nuancan.access.attempt.ClientAddresses;
import org.nuancan.access.password.PasswordRule;
import org.nuancan.http.text.Verbatim;

/// Lets callers end their own sign-in, or begin another with a new password.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Signing in")
class SessionController {

    private static final int LONGEST = 256;

    private final SessionService sessions;
    private final PasswordChangeService passwords;
    private final ClientAddresses addresses;

    SessionController(
            SessionService sessions, PasswordChangeService passwords, ClientAddresses addresses) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.addresses = addresses;
    }

    /// @param password the present one
    @Introspected
    record PasswordChange(
            @NotNull @Verbatim @Size(max = LONGEST) String password,
            @NotNull @Verbatim @Size(min = PasswordRule.SHORTEST, max = LONGEST)
                    String newPassword) {}

    /// Ends this sign-in on every node.
    @Post("/v1/sign-out")
    @Status(HttpStatus.NO_CONTENT)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "End this sign-in, within 5 s on every node")
    void signOut(Authentication authentication) {
        sessions.signOut(CallerClaims.familyOf(authentication));
    }

    /// Changes the own password; all other sign-ins end.
    @Post("/v1/me/password")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.DISPATCHER,
        Role.RIDER,
        Role.AUDITOR
    })
    @Operation(
            summary = "Change the own password; every earlier token is void, a new pair comes back")
    Session changePassword(
            Caller caller, @Body @Valid PasswordChange change, HttpRequest<?> request) {
        return passwords.change(
                caller, change.password(), change.newPassword(), addresses.of(request));
    }
}

package org.nuancan.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.http.Verbatim;

/// Signing in and out, and the keys that tokens are signed with.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Signing in")
class SignInController {

    private static final int LONGEST = 256;

    private final SignIn signIn;
    private final Sessions sessions;
    private final KeyRing keys;
    private final HeldRefusals refusals;
    private final ClientAddresses addresses;

    SignInController(
            SignIn signIn,
            Sessions sessions,
            KeyRing keys,
            HeldRefusals refusals,
            ClientAddresses addresses) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.keys = keys;
        this.refusals = refusals;
        this.addresses = addresses;
    }

    /// Name and secret of a user or a terminal.
    @Introspected
    record Credentials(
            @NotNull @Verbatim @Size(max = LONGEST) String username,
            @NotNull @Verbatim @Size(max = LONGEST) String password) {}

    /// @param password the present one
    @Introspected
    record PasswordChange(
            @NotNull @Verbatim @Size(max = LONGEST) String password,
            @NotNull @Verbatim @Size(min = PasswordRule.SHORTEST, max = LONGEST)
                    String newPassword) {}

    /// @param keyId the new key, as in the JWKS
    @Introspected
    record Rotated(String keyId) {}

    /// Signs in.
    @Post("/login")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(summary = "Sign in as a user, or as a terminal with its id and secret")
    Session login(@Body @Valid Credentials credentials, HttpRequest<?> request) {
        return signIn.with(credentials.username(), credentials.password(), addresses.of(request));
    }

    /// The next pair of tokens.
    @Post("/oauth/access_token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(
            summary = "A new pair for a refresh token",
            description =
                    "A refresh token is used once. Within 60 s of its first use it gives the same"
                            + " pair again; later its use ends the sign-in.")
    Session refresh(
            @Body("grant_type") @Nullable String grantType,
            @Body("refresh_token") @Nullable String refreshToken) {
        if (!"refresh_token".equals(grantType) || refreshToken == null) {
            throw refused("unsupported_grant_type");
        }
        return sessions.refresh(refreshToken).orElseThrow(() -> refused("invalid_grant"));
    }

    private ProblemException refused(String error) {
        refusals.hold();
        return ProblemException.with(ProblemCode.INVALID_GRANT, Map.of("error", error));
    }

    /// The public keys as a JWKS.
    @Get("/keys")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(summary = "The public keys (JWKS) that verify access tokens")
    Map<String, Object> keys() {
        return keys.published().toJSONObject(true);
    }

    /// A new signing key from now on; tokens of the old one hold until they expire.
    @Post("/v1/signing-keys")
    @Status(HttpStatus.CREATED)
    @Secured(Role.CITY_ADMIN)
    @Operation(summary = "Rotate the signing key without a restart")
    Rotated rotate() {
        return new Rotated(keys.rotate());
    }

    /// Ends this sign-in on every node.
    @Post("/v1/sign-out")
    @Status(HttpStatus.NO_CONTENT)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "End this sign-in, within 5 s on every node")
    void signOut(Authentication authentication) {
        sessions.signOut(SignIn.familyOf(authentication));
    }

    /// Changes the own password; every other sign-in ends.
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
        return signIn.changePassword(
                caller, change.password(), change.newPassword(), addresses.of(request));
    }
}

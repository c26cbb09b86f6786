package org.nuancan.access.session;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.authentication.Authenticator;
import io.micronaut.security.authentication.UsernamePasswordCredentials;
import io.micronaut.security.handlers.LoginHandler;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.token.refresh.RefreshTokenPersistence;
import io.micronaut.security.token.validator.RefreshTokenValidator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.attempt.HeldRefusals;
import org.nuancan.http.text.Verbatim;
import reactor.core.publisher.Mono;

/// Signs in and refreshes by the framework's `Authenticator`, `LoginHandler` and refresh token
/// interfaces, as its own controllers do.
///
/// Those controllers would answer 404 to a content type with a charset, and their rules for blanks,
/// forms and unknown fields differ from this service's.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Signing in")
class SignInController {

    private static final int LONGEST = 256;

    private final Authenticator<HttpRequest<?>> authenticator;
    private final LoginHandler<HttpRequest<?>, MutableHttpResponse<?>> handler;
    private final RefreshTokenValidator refreshTokens;
    private final RefreshTokenPersistence holders;
    private final HeldRefusals refusals;

    SignInController(
            Authenticator<HttpRequest<?>> authenticator,
            LoginHandler<HttpRequest<?>, MutableHttpResponse<?>> handler,
            RefreshTokenValidator refreshTokens,
            RefreshTokenPersistence holders,
            HeldRefusals refusals) {
        this.authenticator = authenticator;
        this.handler = handler;
        this.refreshTokens = refreshTokens;
        this.holders = holders;
        this.refusals = refusals;
    }

    /// Name and secret of a user or a terminal.
    @Introspected
    record Credentials(
            @NotNull @Verbatim @Size(max = LONGEST) String username,
            @NotNull @Verbatim @Size(max = LONGEST) String password) {}

    /// Signs in.
    @Post("/login")
    @Operation(summary = "Sign in as a user, or as a terminal with its id and secret")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Session.class)))
    HttpResponse<?> login(@Body @Valid Credentials credentials, HttpRequest<?> request) {
        var response =
                Mono.from(
                                authenticator.authenticate(
                                        request,
                                        new UsernamePasswordCredentials(
                                                credentials.username(), credentials.password())))
                        .blockOptional()
                        .orElseGet(AuthenticationResponse::failure);
        var caller = response.getAuthentication();
        return caller.isPresent()
                ? handler.loginSuccess(caller.get(), request)
                : handler.loginFailed(response, request);
    }

    /// The next pair of tokens.
    @Post("/oauth/access_token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "A new pair for a refresh token",
            description =
                    "A refresh token is used once. Within 60 s of its first use it gives the same"
                            + " pair again; later its use ends the sign-in.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Session.class)))
    HttpResponse<?> refresh(
            @Body("grant_type") @Nullable String grantType,
            @Body("refresh_token") @Nullable String refreshToken,
            HttpRequest<?> request) {
        if (!"refresh_token".equals(grantType) || refreshToken == null) {
            throw refusals.invalidGrant("unsupported_grant_type");
        }
        var holder =
                refreshTokens
                        .validate(refreshToken)
                        .flatMap(valid ->
                                Mono.from(holders.getAuthentication(valid)).blockOptional())
                        .orElseThrow(() -> refusals.invalidGrant("invalid_grant"));
        return handler.loginRefresh(holder, refreshToken, request);
    }
}

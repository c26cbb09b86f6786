package org.nuancan.access.terminal;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.attempt.ClientAddresses;
import org.nuancan.access.attempt.SignInAttempts;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.Verbatim;

/// Terminals: made at a site, activated with a code, disabled.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Signing in")
class TerminalController {

    private final TerminalService terminals;
    private final TerminalActivationService activations;
    private final SignInAttempts attempts;
    private final ClientAddresses addresses;

    TerminalController(
            TerminalService terminals,
            TerminalActivationService activations,
            SignInAttempts attempts,
            ClientAddresses addresses) {
        this.terminals = terminals;
        this.activations = activations;
        this.attempts = attempts;
        this.addresses = addresses;
    }

    /// @param label the name that the staff use
    @Introspected
    record NewTerminal(@NotBlank @Size(max = 100) String label) {}

    /// The data that the person at the till types in.
    @Introspected
    record Activation(
            @NotNull @Verbatim @Size(max = 64) String terminalId,
            @NotNull @Verbatim @Size(max = 64) String activationCode) {}

    /// Makes a terminal.
    @Post("/sites/{siteId}/terminals")
    @Status(HttpStatus.CREATED)
    @Secured({Role.CITY_ADMIN, Role.PROVIDER_MANAGER})
    @Operation(summary = "Make a terminal; its activation code is shown once and good for 24 h")
    TerminalService.Created create(Caller caller, Id siteId, @Body @Valid NewTerminal terminal) {
        return terminals.create(caller, siteId.value(), terminal.label());
    }

    /// The terminals of a site.
    @Get("/sites/{siteId}/terminals")
    @Secured({Role.CITY_ADMIN, Role.PROVIDER_MANAGER, Role.AUDITOR})
    @Operation(summary = "The terminals of a site")
    Page<Terminal> list(Caller caller, Id siteId, @Valid @RequestBean Paging paging) {
        return terminals.list(caller, siteId.value(), paging);
    }

    /// Activates a terminal.
    @Post("/terminals/activate")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(summary = "Activate a terminal once; then sign in with its id and the secret")
    TerminalActivationService.Activated activate(
            @Body @Valid Activation activation, HttpRequest<?> request) {
        var claim =
                new SignInAttempts.Claim(
                        SignInAttempts.Door.ACTIVATION,
                        activation.terminalId(),
                        addresses.of(request));
        return attempts.judge(
                        claim,
                        () ->
                                activations.activate(
                                        activation.terminalId(), activation.activationCode()),
                        Optional::isPresent)
                .orElseThrow(() -> ProblemException.of(ProblemCode.INVALID_CREDENTIALS));
    }

    /// Disables a terminal.
    @Post("/terminals/{id}/disable")
    @Secured({Role.CITY_ADMIN, Role.PROVIDER_MANAGER})
    @Operation(summary = "Disable a terminal; every token is void within 5 s")
    Terminal disable(Caller caller, @Verbatim String id) {
        return terminals.disable(caller, id);
    }
}

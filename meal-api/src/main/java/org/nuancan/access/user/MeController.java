package org.nuancan.access.user;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.access.account.NamedScope;

/// Shows callers their own account.
@Controller("/v1/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Signing in")
class MeController {

    private final MeService service;

    MeController(MeService service) {
        this.service = service;
    }

    /// The caller.
    ///
    /// @param operations the operations that the role may call, each as `GET /v1/users`
    @Introspected
    record Me(
            String username,
            String displayName,
            String role,
            NamedScope scope,
            List<String> operations) {}

    /// The caller's own account.
    @Get
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "The own name, role, scope with its names, and what the role may do")
    Me me(Caller caller) {
        return service.find(caller);
    }
}

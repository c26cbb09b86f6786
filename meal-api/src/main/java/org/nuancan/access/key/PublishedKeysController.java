package org.nuancan.access.key;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.async.annotation.SingleResult;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.token.jwt.endpoints.JwkProvider;
import io.micronaut.security.token.jwt.endpoints.KeysController;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import org.reactivestreams.Publisher;

/// Serves the framework's `/keys` on a thread that may read the keys from the database.
@Controller("/keys")
@Replaces(KeysController.class)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Signing in")
class PublishedKeysController extends KeysController {

    PublishedKeysController(Collection<JwkProvider> providers, JsonMapper json) {
        super(providers, json);
    }

    /// The public keys as a JWKS.
    @Get
    @SingleResult
    @Override
    @Operation(summary = "The public keys (JWKS) that verify access tokens")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    public Publisher<String> keys() {
        return super.keys();
    }
}

package org.nuancan.bench.textbook;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.DatabaseFailure;

/// Sells a meal.
@Controller("/v1/pos/checkouts")
@Secured("POS_TERMINAL")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(env = "textbook")
class CheckoutController {

    private static final int TRIES = 5;

    private final Till till;

    CheckoutController(Till till) {
        this.till = till;
    }

    @Post
    HttpResponse<String> sell(
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid CheckoutBody body,
            Authentication caller) {
        if (key == null) {
            throw new Refused(400, "IDEMPOTENCY_KEY_REQUIRED", Map.of());
        }
        var asking = new Till.SaleContext(caller.getName(), siteOf(caller), key);
        for (var attempt = 1; ; attempt++) {
            try {
                var answer = till.sell(asking, body);
                var response =
                        HttpResponse.created(answer.json())
                                .contentType(MediaType.APPLICATION_JSON_TYPE);
                return answer.isOld() ? response.header("Idempotent-Replayed", "true") : response;
            } catch (DatabaseFailure failure) {
                // `@Transactional` tries a deadlock again, as in meal-api.
                if (attempt == TRIES || failure.kind() != DatabaseFailure.Kind.DUPLICATE) {
                    throw failure;
                }
            }
        }
    }

    private static long siteOf(Authentication caller) {
        if (caller.getAttributes().get("scope") instanceof Map<?, ?> scope
                && scope.get("siteId") instanceof String siteId) {
            return Long.parseLong(siteId);
        }
        throw new Refused(404, "NOT_FOUND", Map.of());
    }
}

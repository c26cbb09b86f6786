package org.nuancan.webhook;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.event.EventType;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.Identifier;

/// Webhook addresses of the callers' own software.
@Controller("/v1/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "webhook")
class HookController {

    /// @param url `https://…`, a public address
    /// @param events names of events, such as `order.delivered`
    @Introspected
    record NewHook(
            @NotBlank @Identifier @Size(max = 500) String url,
            @NotEmpty @Size(max = 50) List<@NotNull @Size(max = 32) String> events) {}

    /// A registered address.
    @Introspected
    record HookAnswer(
            String webhookId,
            String url,
            List<String> events,
            Instant createdAt,
            String createdBy) {

        static HookAnswer of(Hook hook) {
            return new HookAnswer(
                    Long.toString(hook.webhookId()),
                    hook.url(),
                    hook.events().stream().map(EventType::wireName).sorted().toList(),
                    hook.createdAt(),
                    hook.createdBy());
        }
    }

    /// @param secret signs every message; it is shown only in this answer
    @Introspected
    record Created(
            String webhookId,
            String url,
            List<String> events,
            String secret,
            Instant createdAt,
            String createdBy) {

        static Created of(HookService.Made made) {
            var hook = HookAnswer.of(made.hook());
            return new Created(
                    hook.webhookId(),
                    hook.url(),
                    hook.events(),
                    made.secret(),
                    hook.createdAt(),
                    hook.createdBy());
        }
    }

    private final Hooks hooks;

    HookController(Hooks hooks) {
        this.hooks = hooks;
    }

    /// Registers an address that gets the events that concern the caller: each event as a POST of
    /// `{"type","timestamp","data"}`, signed by the Standard Webhooks scheme, repeated for three
    /// days until the address answers with a 2xx status. The secret is shown only in this answer.
    @Post
    @Status(HttpStatus.CREATED)
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER})
    Created add(@Body @Valid NewHook hook, Caller caller) {
        return Created.of(hooks.add(hook, caller));
    }

    /// The addresses of the caller's scope.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER, Role.AUDITOR})
    Page<HookAnswer> list(@Valid @RequestBean Paging paging, Caller caller) {
        return hooks.list(paging, caller);
    }

    /// One address.
    @Get("/{webhookId}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER, Role.AUDITOR})
    HookAnswer one(Id webhookId, Caller caller) {
        return HookAnswer.of(hooks.one(webhookId, caller));
    }

    /// Removes an address; its waiting deliveries are given up.
    @Delete("/{webhookId}")
    @Status(HttpStatus.NO_CONTENT)
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER})
    void delete(Id webhookId, Caller caller) {
        hooks.delete(webhookId, caller);
    }

    /// The deliveries to an address, the latest first, with every try; kept 30 days.
    @Get("/{webhookId}/deliveries")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER, Role.AUDITOR})
    Page<DeliveryLog.Entry> log(Id webhookId, @Valid @RequestBean Paging paging, Caller caller) {
        return hooks.log(webhookId, paging, caller);
    }
}

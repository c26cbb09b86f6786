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
import org.nuancan.http.Id;
import org.nuancan.http.Identifier;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;

/// Addresses of the callers' own software.
@Controller("/v1/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "webhook")
class HookController {

    /// @param url `https://…`, of the outside
    /// @param events such as `order.delivered`
    @Introspected
    record NewHook(
            @NotBlank @Identifier @Size(max = 500) String url,
            @NotEmpty @Size(max = 50) List<@NotNull @Size(max = 32) String> events) {}

    /// An address on file.
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

    /// @param secret shown this once; signs every message
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

    /// Names an address that is told what happens and concerns the caller: each event as a POST of
    /// `{"type","timestamp","data"}`, signed by the Standard Webhooks scheme, tried again for three
    /// days until it answers with a 2xx status. The secret is shown this once.
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

    /// Takes an address off the file; what was waiting for it is given up.
    @Delete("/{webhookId}")
    @Status(HttpStatus.NO_CONTENT)
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER})
    void delete(Id webhookId, Caller caller) {
        hooks.delete(webhookId, caller);
    }

    /// What was sent to an address, the latest first, with every try; kept 30 days.
    @Get("/{webhookId}/deliveries")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER, Role.AUDITOR})
    Page<DeliveryLog.Entry> log(Id webhookId, @Valid @RequestBean Paging paging, Caller caller) {
        return hooks.log(webhookId, paging, caller);
    }
}

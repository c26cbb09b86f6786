package org.nuancan.webhook;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.event.EventType;

/// A row of `webhook`.
///
/// @param scope as [ScopeText] writes it
/// @param events names separated by commas
@MappedEntity("webhook")
record HookEntity(
        @Id long webhookId,
        String role,
        String scope,
        String url,
        String events,
        String sealedSecret,
        @UtcMicros Instant createdAt,
        String createdBy,
        @UtcMicros @Nullable Instant deletedAt,
        @Nullable String deletedBy) {

    static HookEntity of(Hook hook, String sealedSecret) {
        return new HookEntity(
                hook.webhookId(),
                hook.role(),
                ScopeText.write(hook.scope()),
                hook.url(),
                hook.events().stream()
                        .map(EventType::wireName)
                        .sorted()
                        .collect(Collectors.joining(",")),
                sealedSecret,
                hook.createdAt(),
                hook.createdBy(),
                null,
                null);
    }

    Hook hook() {
        return new Hook(
                webhookId,
                role,
                ScopeText.read(scope),
                url,
                Arrays.stream(events.split(",", -1))
                        .map(EventType::read)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()),
                createdAt,
                createdBy);
    }
}

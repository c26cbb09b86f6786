package org.nuancan.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.provider.stop.ProviderStop;
import org.nuancan.provider.stop.ProviderStop.Kind;

/// A provider as shown, with a masked account number.
///
/// @param suspendedFrom the first instant of a suspension that is not over; null if there is none
/// @param suspensionReason the reason for it
/// @param endsAt the instant from which it sells without subsidy for good; null if there is no end
public record ProviderAnswer(
        String providerId,
        String name,
        ProviderKind kind,
        String districtCode,
        BankAccount bankAccount,
        ProviderState state,
        @Nullable Instant suspendedFrom,
        @Nullable String suspensionReason,
        @Nullable Instant endsAt,
        int version) {

    /// State of a provider at an instant.
    public enum ProviderState {
        ACTIVE,
        SUSPENDED,
        ENDED
    }

    public static ProviderAnswer of(ProviderOnFile provider, Instant now) {
        var suspension = ProviderStop.open(provider.stops(), Kind.SUSPENDED);
        var end = ProviderStop.open(provider.stops(), Kind.ENDED);
        return new ProviderAnswer(
                Long.toString(provider.providerId()),
                provider.name(),
                provider.kind(),
                provider.districtCode(),
                provider.bankAccount().masked(),
                state(provider, now),
                suspension.map(ProviderStop::begins).orElse(null),
                suspension.map(ProviderStop::reason).orElse(null),
                end.map(ProviderStop::begins).orElse(null),
                provider.version());
    }

    private static ProviderState state(ProviderOnFile provider, Instant now) {
        if (ProviderStop.open(provider.stops(), Kind.ENDED)
                .filter(end -> end.holds(now))
                .isPresent()) {
            return ProviderState.ENDED;
        }
        return provider.isStoppedAt(now) ? ProviderState.SUSPENDED : ProviderState.ACTIVE;
    }
}

package org.nuancan.delivery;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.Slot;

/// A filter for runs.
public record RunFilter(@Nullable Id siteId, @Nullable LocalDate date, @Nullable Slot slot) {

    /// The runs that a caller may see; all runs if every field is empty.
    ///
    /// @param area prefix of the site's division
    /// @param providerId the provider that delivers or cooks
    record Seen(Optional<String> area, Optional<Long> providerId, Optional<Long> siteId) {

        static Seen by(Caller caller) {
            return switch (caller.scope()) {
                case Scope.City() -> new Seen(Optional.empty(), Optional.empty(), Optional.empty());
                case Scope.District(var code) -> ofArea(code);
                case Scope.Street(var code) -> ofArea(code);
                case Scope.OfProvider(var id, _) ->
                        new Seen(Optional.empty(), Optional.of(id), Optional.empty());
                case Scope.OfSite(var id, _, _) ->
                        new Seen(Optional.empty(), Optional.empty(), Optional.of(id));
            };
        }

        private static Seen ofArea(String code) {
            return new Seen(Optional.of(code), Optional.empty(), Optional.empty());
        }
    }

    /// Whether a caller may see a run.
    public static boolean isSeenBy(Run run, Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> true;
            case Scope.District _, Scope.Street _ -> caller.covers(run.parties().division());
            case Scope.OfProvider(var id, _) ->
                    id == run.parties().carrierId() || id == run.parties().kitchenId();
            case Scope.OfSite(var id, _, _) -> id == run.parties().siteId();
        };
    }
}

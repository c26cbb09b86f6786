package org.nuancan.finance.review;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.finance.View;
import org.nuancan.http.Paging;
import org.nuancan.review.Queues;
import org.nuancan.review.step.Level;

/// Queues that a caller may see.
@Singleton
final class ReviewQueues {

    private final Queues queues;

    ReviewQueues(Queues queues) {
        this.queues = queues;
    }

    /// The level of review of a caller.
    static Level levelOf(Caller caller) {
        return switch (caller.scope()) {
            case Scope.OfProvider _, Scope.OfSite _ -> Level.PROVIDER;
            case Scope.Street _ -> Level.STREET;
            case Scope.City _, Scope.District _ ->
                    caller.is(Role.DISTRICT_FINANCE) ? Level.FINANCE : Level.DISTRICT;
        };
    }

    /// Waiting statements of a level that the caller may see. A street sees only those waiting for
    /// itself, and a provider its own, whatever the level.
    List<Queues.Waiting> waiting(
            Level level, @Nullable String districtCode, Paging paging, Caller caller) {
        var requestedDistrict = Optional.ofNullable(districtCode);
        var filter =
                switch (caller.scope()) {
                    case Scope.City() ->
                            new Queues.Filter(
                                    level, requestedDistrict, Optional.empty(), Optional.empty());
                    case Scope.District(var code) ->
                            new Queues.Filter(
                                    level, Optional.of(code), Optional.empty(), Optional.empty());
                    case Scope.Street(var code) ->
                            new Queues.Filter(
                                    level, requestedDistrict, Optional.of(code), Optional.empty());
                    case Scope.OfProvider(var providerId, var _) ->
                            new Queues.Filter(
                                    level,
                                    requestedDistrict,
                                    Optional.empty(),
                                    Optional.of(providerId));
                    case Scope.OfSite _ ->
                            throw new IllegalStateException("no queue for a site's staff");
                };
        var elsewhere =
                caller.scope() instanceof Scope.District(var code)
                        && !requestedDistrict.map(code::equals).orElse(true);
        if (elsewhere) {
            return List.of();
        }
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        return queues.waiting(filter, after, paging.rows());
    }

    /// The waiting statements of each level in the caller's district, or in the city.
    List<Queues.Ageing> ageing(Caller caller) {
        var district = View.district(caller);
        return queues.ageing(district);
    }
}

package org.nuancan.finance;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.http.Paging;
import org.nuancan.review.Level;
import org.nuancan.review.Queues;

/// Queues as a caller may see them.
@Singleton
final class ReviewQueues {

    private final Queues queues;

    ReviewQueues(Queues queues) {
        this.queues = queues;
    }

    /// The level that a caller works at.
    static Level levelOf(Caller caller) {
        return switch (caller.scope()) {
            case Scope.OfProvider _, Scope.OfSite _ -> Level.PROVIDER;
            case Scope.Street _ -> Level.STREET;
            case Scope.City _, Scope.District _ ->
                    caller.is(Role.DISTRICT_FINANCE) ? Level.FINANCE : Level.DISTRICT;
        };
    }

    /// What waits for a level within what the caller sees. A street sees what waits for itself, and
    /// a provider its own, whatever level is asked for.
    List<Queues.Waiting> waiting(
            Level level, @Nullable String districtCode, Paging paging, Caller caller) {
        var asked = Optional.ofNullable(districtCode);
        var filter =
                switch (caller.scope()) {
                    case Scope.City() ->
                            new Queues.Filter(level, asked, Optional.empty(), Optional.empty());
                    case Scope.District(var code) ->
                            new Queues.Filter(
                                    level, Optional.of(code), Optional.empty(), Optional.empty());
                    case Scope.Street(var code) ->
                            new Queues.Filter(level, asked, Optional.of(code), Optional.empty());
                    case Scope.OfProvider(var providerId, var _) ->
                            new Queues.Filter(
                                    level, asked, Optional.empty(), Optional.of(providerId));
                    case Scope.OfSite _ ->
                            throw new IllegalStateException("no queue for a site's staff");
                };
        var elsewhere =
                caller.scope() instanceof Scope.District(var code)
                        && !asked.map(code::equals).orElse(true);
        if (elsewhere) {
            return List.of();
        }
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        return queues.waiting(filter, after, paging.rows());
    }

    /// What each level has in the caller's district, or the city.
    List<Queues.Ageing> ageing(Caller caller) {
        var district = View.district(caller);
        return queues.ageing(district);
    }
}

package org.nuancan.event;

import java.util.function.Predicate;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType.Family;

/// Decides which callers get which events: the role decides the kinds of events, the scope their
/// subjects.
public final class Audience {

    private Audience() {}

    /// The events that a caller gets.
    public static Predicate<Event> of(Caller caller) {
        return event -> hears(caller.role(), event.type().family()) && isIn(caller, event);
    }

    private static boolean hears(String role, Family family) {
        return switch (role) {
            case Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.AUDITOR -> true;
            case Role.DISTRICT_FINANCE -> family == Family.FUND || family == Family.SETTLEMENT;
            case Role.STREET_OFFICER ->
                    switch (family) {
                        case SALE, ORDER, ALERT -> true;
                        case RUN, FUND, SETTLEMENT -> false;
                    };
            case Role.PROVIDER_MANAGER, Role.KITCHEN_STAFF ->
                    switch (family) {
                        case SALE, ORDER, RUN -> true;
                        case ALERT, FUND, SETTLEMENT -> false;
                    };
            case Role.DISPATCHER, Role.RIDER -> family == Family.ORDER || family == Family.RUN;
            case Role.ORDER_DESK, Role.POS_TERMINAL -> family == Family.ORDER;
            default -> false;
        };
    }

    private static boolean isIn(Caller caller, Event event) {
        var concerns = event.concerns();
        return switch (caller.scope()) {
            case Scope.City() -> true;
            case Scope.District _, Scope.Street _ -> caller.covers(concerns.division());
            case Scope.OfProvider(var providerId, _) -> ofProvider(caller, providerId, concerns);
            case Scope.OfSite(var siteId, _, _) -> concerns.siteId().filter(is(siteId)).isPresent();
        };
    }

    private static boolean ofProvider(Caller caller, long providerId, Concerns concerns) {
        var carries = concerns.delivererId().filter(is(providerId)).isPresent();
        return switch (caller.role()) {
            case Role.RIDER -> concerns.username().filter(caller.username()::equals).isPresent();
            case Role.DISPATCHER -> carries;
            default -> carries || concerns.providerId().filter(is(providerId)).isPresent();
        };
    }

    private static Predicate<Long> is(long id) {
        return other -> other == id;
    }
}

package org.nuancan.elder;

import org.nuancan.access.Caller;
import org.nuancan.access.Scope;

/// The area in which a caller may see elders: their household or residence is in it.
///
/// @param isAnywhere whether there is such a place at all
/// @param prefix the digits that a division there begins with, none for the whole city
public record Area(boolean isAnywhere, String prefix) {

    /// The area of the caller's scope; nowhere for providers and sites.
    public static Area of(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> new Area(true, "");
            case Scope.District(var code) -> new Area(true, code);
            case Scope.Street(var code) -> new Area(true, code);
            case Scope.OfProvider(var provider, var district) -> new Area(false, "");
            case Scope.OfSite(var site, var provider, var division) -> new Area(false, "");
        };
    }

    /// Whether one of the two division codes is in the area.
    public boolean covers(String household, String residence) {
        return isAnywhere && (household.startsWith(prefix) || residence.startsWith(prefix));
    }

    /// Whether the household or the residence is in the area.
    public boolean covers(Standing standing) {
        return covers(standing.household().division().code(), standing.residence().code());
    }
}

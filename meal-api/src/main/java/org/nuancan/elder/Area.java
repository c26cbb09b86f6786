package org.nuancan.elder;

import org.nuancan.access.Caller;
import org.nuancan.access.Scope;

/// Where a caller may see elders: those whose household or residence lies there.
///
/// @param isAnywhere whether there is such a place at all
/// @param prefix the digits that a division there begins with, none for the whole city
public record Area(boolean isAnywhere, String prefix) {

    public static Area of(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> new Area(true, "");
            case Scope.District(var code) -> new Area(true, code);
            case Scope.Street(var code) -> new Area(true, code);
            case Scope.OfProvider(var provider, var district) -> new Area(false, "");
            case Scope.OfSite(var site, var provider, var division) -> new Area(false, "");
        };
    }

    public boolean covers(String household, String residence) {
        return isAnywhere && (household.startsWith(prefix) || residence.startsWith(prefix));
    }

    public boolean covers(Standing standing) {
        return covers(standing.household().division().code(), standing.residence().code());
    }
}

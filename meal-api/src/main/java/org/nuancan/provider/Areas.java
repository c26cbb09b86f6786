package org.nuancan.provider;

import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Which part of the city a caller's lists are cut to, and which sites are the caller's own.
public final class Areas {

    private Areas() {}

    /// The code that the divisions of the caller's area start with; empty for the whole city.
    public static String of(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> "";
            case Scope.District(var code) -> code;
            case Scope.Street(var code) -> code;
            case Scope.OfProvider _, Scope.OfSite _ ->
                    throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }

    /// Whether a site lies in the caller's district or belongs to the caller.
    static boolean isNear(Caller caller, SiteOnFile site) {
        return caller.scope() instanceof Scope.Street(var street)
                ? street.startsWith(site.districtCode())
                : has(caller, site);
    }

    /// Whether a site lies in the caller's area or belongs to the caller.
    static boolean has(Caller caller, SiteOnFile site) {
        return switch (caller.scope()) {
            case Scope.City(), Scope.District _, Scope.Street _ -> caller.covers(site.division());
            case Scope.OfProvider(var providerId, _) -> providerId == site.providerId();
            case Scope.OfSite(var siteId, _, _) -> siteId == site.siteId();
        };
    }
}

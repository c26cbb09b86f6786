package org.nuancan.provider;

import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// The area to which a caller's lists are limited, and the sites that are the caller's own.
public final class Areas {

    private Areas() {}

    /// The prefix of the divisions in the caller's area; empty for the whole city.
    public static String of(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> "";
            case Scope.District(var code) -> code;
            case Scope.Street(var code) -> code;
            case Scope.OfProvider _, Scope.OfSite _ ->
                    throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }

    /// Whether a site is in the caller's district or belongs to the caller.
    static boolean isNear(Caller caller, SiteOnFile site) {
        return caller.scope() instanceof Scope.Street(var street)
                ? street.startsWith(site.districtCode())
                : has(caller, site);
    }

    /// Whether a site is in the caller's area or belongs to the caller.
    static boolean has(Caller caller, SiteOnFile site) {
        return switch (caller.scope()) {
            case Scope.City(), Scope.District _, Scope.Street _ -> caller.covers(site.division());
            case Scope.OfProvider(var providerId, _) -> providerId == site.providerId();
            case Scope.OfSite(var siteId, _, _) -> siteId == site.siteId();
        };
    }
}

package org.nuancan.provider.site;

import jakarta.inject.Singleton;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;

/// Sites that a caller may see: other sites are treated as missing.
@Singleton
public final class OwnSites {

    private final Sites sites;

    OwnSites(Sites sites) {
        this.sites = sites;
    }

    /// The site as it was at most a second ago.
    ///
    /// @throws ProblemException `NOT_FOUND` if it does not exist or is not the caller's
    public SiteOnFile find(Id siteId, Caller caller) {
        return sites.find(siteId.value())
                .filter(site -> has(caller, site))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// A site from which meals can be ordered: the caller's own, or one of the caller's district.
    ///
    /// @throws ProblemException `NOT_FOUND` if it does not exist or is in another district
    public SiteOnFile near(Id siteId, Caller caller) {
        return sites.find(siteId.value())
                .filter(site -> isNear(caller, site))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// The site as it is now.
    ///
    /// @throws ProblemException `NOT_FOUND` if it does not exist or is not the caller's
    public SiteOnFile now(Id siteId, Caller caller) {
        return sites.findNow(siteId.value())
                .filter(site -> has(caller, site))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// Whether a site is in the caller's district or belongs to the caller.
    private static boolean isNear(Caller caller, SiteOnFile site) {
        return caller.scope() instanceof Scope.Street(var street)
                ? street.startsWith(site.districtCode())
                : has(caller, site);
    }

    /// Whether a site is in the caller's area or belongs to the caller.
    private static boolean has(Caller caller, SiteOnFile site) {
        return switch (caller.scope()) {
            case Scope.City(), Scope.District _, Scope.Street _ -> caller.covers(site.division());
            case Scope.OfProvider(var providerId, _) -> providerId == site.providerId();
            case Scope.OfSite(var siteId, _, _) -> siteId == site.siteId();
        };
    }
}

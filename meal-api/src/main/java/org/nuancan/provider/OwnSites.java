package org.nuancan.provider;

import jakarta.inject.Singleton;
import org.nuancan.access.Caller;
import org.nuancan.http.Id;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

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
                .filter(site -> Areas.has(caller, site))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// A site from which meals can be ordered: the caller's own, or one of the caller's district.
    ///
    /// @throws ProblemException `NOT_FOUND` if it does not exist or is in another district
    public SiteOnFile near(Id siteId, Caller caller) {
        return sites.find(siteId.value())
                .filter(site -> Areas.isNear(caller, site))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// The site as it is now.
    ///
    /// @throws ProblemException `NOT_FOUND` if it does not exist or is not the caller's
    SiteOnFile now(Id siteId, Caller caller) {
        return sites.findNow(siteId.value())
                .filter(site -> Areas.has(caller, site))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}

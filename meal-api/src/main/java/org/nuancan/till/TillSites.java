package org.nuancan.till;

import jakarta.inject.Singleton;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.provider.site.Sites;

/// Finds the site of a calling terminal.
@Singleton
public final class TillSites {

    private final Sites sites;

    TillSites(Sites sites) {
        this.sites = sites;
    }

    /// @throws ProblemException `NOT_FOUND` if the caller belongs to no site
    public TillSite of(Caller caller) {
        if (caller.scope() instanceof Scope.OfSite(var siteId, var provider, var division)) {
            return sites.find(siteId)
                    .map(site -> new TillSite(caller.username(), site))
                    .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        }
        throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
}

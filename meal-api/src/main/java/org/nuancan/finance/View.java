package org.nuancan.finance;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;

/// The part of the ledger that a caller may see.
@Singleton
public final class View {

    private static final int SITES_OF_A_STREET = 10_000;

    private final Sites sites;

    View(Sites sites) {
        this.sites = sites;
    }

    /// The district whose ledger the caller may read; empty for the whole city.
    ///
    /// @throws ProblemException `FORBIDDEN` for a caller with a smaller area than a district
    public static Optional<String> district(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> Optional.empty();
            case Scope.District(var code) -> Optional.of(code);
            case Scope.Street _, Scope.OfProvider _, Scope.OfSite _ ->
                    throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }

    /// The sites to whose lines the caller is limited; empty if the caller sees whole statements.
    public Optional<List<Long>> sites(Caller caller) {
        return caller.scope() instanceof Scope.Street(var street)
                ? Optional.of(
                        sites.list(street, Optional.empty(), 0, SITES_OF_A_STREET).stream()
                                .map(SiteOnFile::siteId)
                                .toList())
                : Optional.empty();
    }
}

package org.nuancan.finance;

import jakarta.inject.Singleton;

import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.provider.SiteOnFile;
import org.nuancan.provider.Sites;

import java.util.List;
import java.util.Optional;

/// What of the books a caller sees.
@Singleton
public final class View {

    private static final int SITES_OF_A_STREET = 10_000;

    private final Sites sites;

    View(Sites sites) {
        this.sites = sites;
    }

    /// The district whose books the caller reads; empty for the whole city.
    ///
    /// @throws ProblemException `FORBIDDEN` for whoever has less than a district
    public static Optional<String> district(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> Optional.empty();
            case Scope.District(var code) -> Optional.of(code);
            case Scope.Street _, Scope.OfProvider _, Scope.OfSite _ ->
                    throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }

    /// The sites whose lines alone the caller sees; empty for whoever sees whole statements.
    Optional<List<Long>> sites(Caller caller) {
        return caller.scope() instanceof Scope.Street(var street)
                ? Optional.of(
                        sites.list(street, Optional.empty(), 0, SITES_OF_A_STREET).stream()
                                .map(SiteOnFile::siteId)
                                .toList())
                : Optional.empty();
    }
}

package org.nuancan.finance.statistics;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.provider.Areas;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;

/// Finds the sites whose meals a caller may count.
@Singleton
final class CountedArea {

    private static final int MOST_SITES = 100_000;

    private final Sites sites;

    CountedArea(Sites sites) {
        this.sites = sites;
    }

    /// The sites in the caller's area, or the caller's own.
    ///
    /// @param district limits them to a district; a district of others gives no site
    List<SiteOnFile> sites(Caller caller, Optional<String> district) {
        return all(caller).stream()
                .filter(site -> district.stream().allMatch(site.districtCode()::equals))
                .toList();
    }

    /// The first digits of the districts that are counted completely: empty digits for the whole
    /// city.
    ///
    /// @return empty if only a part of a district is counted
    static Optional<String> whole(Caller caller, Optional<String> district) {
        var own =
                switch (caller.scope()) {
                    case Scope.City() -> Optional.of("");
                    case Scope.District(var code) -> Optional.of(code);
                    case Scope.Street _, Scope.OfProvider _, Scope.OfSite _ ->
                            Optional.<String>empty();
                };
        return own.filter(code -> district.stream().allMatch(one -> one.startsWith(code)))
                .map(district::orElse);
    }

    private List<SiteOnFile> all(Caller caller) {
        return caller.scope() instanceof Scope.OfProvider(var providerId, _)
                ? sites.list("", Optional.of(providerId), 0, MOST_SITES)
                : sites.list(Areas.of(caller), Optional.empty(), 0, MOST_SITES);
    }
}

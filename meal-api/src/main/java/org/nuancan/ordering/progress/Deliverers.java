package org.nuancan.ordering.progress;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.provider.ProviderKind;
import org.nuancan.provider.Providers;
import org.nuancan.provider.price.PriceList;
import org.nuancan.provider.price.Prices;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;

/// Finds delivery providers and their fees.
@Singleton
public final class Deliverers {

    private static final int SITES_AT_MOST = 100;

    private final Providers providers;
    private final Sites sites;
    private final Prices prices;
    private final Clock clock;

    Deliverers(Providers providers, Sites sites, Prices prices, Clock clock) {
        this.providers = providers;
        this.sites = sites;
        this.prices = prices;
        this.clock = clock;
    }

    /// The price list of a delivery provider: that of its first site with a price list. A provider
    /// delivers only in its own district, because one district pays an order.
    ///
    /// @throws ProblemException `NOT_FOUND`, `PROVIDER_KIND_REFUSED`, `PROVIDER_SUSPENDED`
    public PriceList fees(long providerId, SiteOnFile kitchen) {
        var provider =
                providers
                        .find(providerId)
                        .filter(found -> found.districtCode().equals(kitchen.districtCode()))
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        if (provider.kind() != ProviderKind.DELIVERY) {
            throw ProblemException.of(ProblemCode.PROVIDER_KIND_REFUSED);
        }
        if (provider.isStoppedAt(clock.instant())) {
            throw ProblemException.of(ProblemCode.PROVIDER_SUSPENDED);
        }
        for (var site : sites.list("", Optional.of(providerId), 0, SITES_AT_MOST)) {
            var list = prices.at(site.siteId(), clock.instant());
            if (!list.items().isEmpty()) {
                return list;
            }
        }
        return new PriceList(List.of());
    }
}

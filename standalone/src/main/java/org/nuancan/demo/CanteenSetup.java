package org.nuancan.demo;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.demo.district.DemoProvider;
import org.nuancan.demo.district.DemoSite;
import org.nuancan.demo.district.Dish;
import org.nuancan.money.Fen;
import org.nuancan.provider.BankAccount;
import org.nuancan.provider.ProviderKind;
import org.nuancan.provider.ProviderOnFile;
import org.nuancan.provider.Providers;
import org.nuancan.provider.price.PriceList;
import org.nuancan.provider.price.PricedItem;
import org.nuancan.provider.price.Prices;
import org.nuancan.provider.site.Place;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.SiteProfile;
import org.nuancan.provider.site.Sites;

/// Opens the demo's canteens: providers, their sites and their prices.
@Singleton
@Requires(env = "embedded")
final class CanteenSetup {

    /// A provider that was opened.
    record Opened(ProviderOnFile provider, List<SiteOnFile> sites) {}

    private final Providers providers;
    private final Sites sites;
    private final Prices prices;

    CanteenSetup(Providers providers, Sites sites, Prices prices) {
        this.providers = providers;
        this.sites = sites;
        this.prices = prices;
    }

    /// Whether a provider of this name exists.
    boolean has(DemoProvider provider) {
        return providers.list(provider.districtCode(), 0, 500).stream()
                .anyMatch(known -> known.name().equals(provider.name()));
    }

    Opened open(DemoProvider demo, String by) {
        var account = new BankAccount(demo.name(), demo.accountNumber(), demo.bankCode());
        var kind = ProviderKind.valueOf(demo.kind().name());
        var provider = providers.add(demo.name(), kind, demo.districtCode(), account, by);
        var opened = new ArrayList<SiteOnFile>();
        for (var demoSite : demo.sites()) {
            var site = sites.add(provider, profile(demoSite), by);
            prices.replace(site.siteId(), list(demoSite), by);
            opened.add(site);
        }
        return new Opened(provider, List.copyOf(opened));
    }

    private static SiteProfile profile(DemoSite site) {
        return new SiteProfile(
                site.name(),
                site.division().code(),
                site.type(),
                site.grade(),
                site.listedFrom(),
                site.listedTo(),
                site.address(),
                Place.of(Double.parseDouble(site.latitude()), Double.parseDouble(site.longitude())),
                site.seats(),
                site.dailyCapacity());
    }

    private static PriceList list(DemoSite site) {
        return new PriceList(site.prices().stream().map(CanteenSetup::item).toList());
    }

    private static PricedItem item(Dish dish) {
        return new PricedItem(
                dish.sku(),
                dish.name(),
                Fen.of(dish.priceFen()),
                dish.subsidisable(),
                dish.openPrice());
    }
}

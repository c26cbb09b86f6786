package org.nuancan.till;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.elder.Presented;
import org.nuancan.elder.UnusableReason;
import org.nuancan.elder.lookup.Credential;
import org.nuancan.elder.lookup.Credentials;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.elder.lookup.Guests;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.money.Fen;
import org.nuancan.provider.price.PriceList;
import org.nuancan.provider.price.PricedItem;
import org.nuancan.provider.price.Prices;
import org.nuancan.provider.price.PricesOverTime;
import org.nuancan.sale.Basket;
import org.nuancan.sale.Sale;

/// Resolves the diner and the prices of a sale, as of the instant of the sale.
@Singleton
public final class Resolution {

    private final Credentials credentials;
    private final Prices prices;
    private final PresentedCards cards;
    private final Elders elders;

    Resolution(Credentials credentials, Prices prices, PresentedCards cards, Elders elders) {
        this.credentials = credentials;
        this.prices = prices;
        this.cards = cards;
        this.elders = elders;
    }

    /// Shared input of a list of sales: the elders, and the prices of the sites.
    public record Known(Guests guests, PricesOverTime prices) {}

    /// Reads the shared input of a list of sales.
    public Known known(Guests guests, Collection<SaleRequest> requests) {
        var instants = requests.stream().map(one -> one.meal().at()).sorted().toList();
        var sites = requests.stream().map(one -> one.till().site().siteId()).toList();
        return new Known(guests, prices.over(sites, instants.getFirst(), instants.getLast()));
    }

    /// As [#known], for a quote: locks no elder.
    public Known seen(Connection connection, SaleRequest request) throws SQLException {
        var requests = List.of(request);
        var trip = RoundTrip.on(connection);
        var owners = owners(trip, requests);
        trip.go();
        return known(elders.see(owners.get().values()), requests);
    }

    /// The owners of the credentials in these sales, so that the elders can be locked.
    public Later<Map<Credential, Long>> owners(RoundTrip trip, Collection<SaleRequest> requests) {
        return credentials.owners(
                trip, requests.stream().flatMap(one -> one.credential().stream()).toList());
    }

    /// Resolves a sale; it is refused if the credential is not usable.
    public Resolved resolve(SaleRequest request) {
        if (request.credential().isEmpty()) {
            return toAnybody(request);
        }
        return isStopped(request)
                ? stopped()
                : good(request, presented(request, request.credential().get()));
    }

    /// As [#resolve(Asked)], once the elder is locked.
    public Resolved resolve(Connection connection, Known known, SaleRequest request)
            throws SQLException {
        var list = known.prices().at(request.till().site().siteId(), request.meal().at());
        if (request.credential().isEmpty()) {
            return priced(list, request, Optional.empty(), Optional.empty());
        }
        if (isStopped(request)) {
            return stopped();
        }
        var trip = RoundTrip.on(connection);
        var presented =
                credentials.check(
                        trip,
                        known.guests(),
                        request.credential().get(),
                        request.till().terminal(),
                        request.meal().at());
        trip.go();
        return good(list, request, presented.get());
    }

    private static Resolved stopped() {
        return new Resolved.Refused(ProblemException.of(ProblemCode.PROVIDER_SUSPENDED));
    }

    /// Whether the provider sells without subsidy; the cached site knows it.
    private static boolean isStopped(SaleRequest request) {
        return request.till().site().isStoppedAt(request.meal().at());
    }

    /// As [#resolve(Asked)], for a meal that was eaten already: with a credential that is not
    /// usable it is sold without an elder.
    public Resolved resolveEaten(SaleRequest request) {
        if (request.credential().isEmpty()) {
            return toAnybody(request);
        }
        return switch (presented(request, request.credential().get())) {
            case Presented.Unusable unusable -> toAnybody(request);
            case Presented.Usable usable -> good(request, usable);
        };
    }

    private Resolved toAnybody(SaleRequest request) {
        return priced(list(request), request, Optional.empty(), Optional.empty());
    }

    private Resolved good(SaleRequest request, Presented presented) {
        return good(list(request), request, presented);
    }

    private Resolved good(PriceList list, SaleRequest request, Presented presented) {
        return switch (presented) {
            case Presented.Unusable(var reason) -> new Resolved.Refused(problem(reason));
            case Presented.Usable usable ->
                    priced(list, request, Optional.of(usable.elderId()), usable.codeId());
        };
    }

    private PriceList list(SaleRequest request) {
        return prices.at(request.till().site().siteId(), request.meal().at());
    }

    private Presented presented(SaleRequest request, Credential credential) {
        return credentials.check(credential, request.till().terminal(), request.meal().at());
    }

    /// The problem for a reason.
    public static ProblemException problem(UnusableReason reason) {
        return ProblemException.of(ProblemCode.valueOf(reason.name()));
    }

    private Resolved priced(
            PriceList list, SaleRequest request, Optional<Long> elderId, Optional<Long> codeId) {
        var lines = new ArrayList<Basket.Line>();
        for (var i = 0; i < request.items().size(); i++) {
            var item = request.items().get(i);
            var price = list.find(item.sku());
            if (price.isEmpty()) {
                return refused(ProblemCode.SKU_UNKNOWN, i, "sku");
            }
            var wrong = wrongPrice(item, price.get());
            if (wrong.isPresent()) {
                return refused(wrong.get(), i, "unitPriceFen");
            }
            lines.add(line(item, price.get()));
        }
        var basket = new Basket(lines);
        return basket.isTooLarge()
                ? new Resolved.Refused(ProblemException.of(ProblemCode.ORDER_TOO_LARGE))
                : new Resolved.Ready(sale(request, elderId, basket), codeId);
    }

    private static Resolved refused(ProblemCode code, int item, String field) {
        var pointer = "/items/%d/%s".formatted(item, field);
        return new Resolved.Refused(
                ProblemException.of(code, List.of(new Fault(pointer, code.name(), code.name()))));
    }

    private static Optional<ProblemCode> wrongPrice(ItemBody item, PricedItem price) {
        var given = item.unitPriceFen();
        if (price.openPrice()) {
            return given == null ? Optional.of(ProblemCode.PRICE_REQUIRED) : Optional.empty();
        }
        return given == null || given == price.price().value()
                ? Optional.empty()
                : Optional.of(ProblemCode.PRICE_MISMATCH);
    }

    private static Basket.Line line(ItemBody item, PricedItem price) {
        var given = item.unitPriceFen();
        var unit = given == null ? price.price() : Fen.of(given);
        return new Basket.Line(
                item.sku(), price.name(), item.quantity(), unit, price.subsidisable());
    }

    private Sale sale(SaleRequest request, Optional<Long> elderId, Basket basket) {
        var meal = request.meal();
        return new Sale(
                request.orderId(),
                elderId,
                new Sale.Occasion(
                        request.till().place(meal.serviceDate(), meal.at()),
                        new Sale.Till(
                                request.till().terminal(),
                                meal.shiftId(),
                                meal.sequence(),
                                PresentedCards.entered(request.credential()),
                                cards.hash(request.credential())),
                        meal.serviceDate(),
                        meal.slot(),
                        meal.fulfilment(),
                        meal.at()),
                basket,
                request.payment());
    }

    /// Uses up the code of a completed sale, whose elder is locked.
    public void redeem(Connection connection, SaleRequest request, Resolved.Ready ready)
            throws SQLException {
        if (ready.codeId().isEmpty()) {
            return;
        }
        var trip = RoundTrip.on(connection);
        var redeemed =
                credentials.redeem(
                        trip,
                        ready.codeId().get(),
                        ready.sale().orderId(),
                        request.till().terminal(),
                        request.meal().at());
        trip.go();
        if (!redeemed.get()) {
            throw new IllegalStateException("a code was used beside the lock of its elder");
        }
    }
}

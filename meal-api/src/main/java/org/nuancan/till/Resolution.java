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
    public Known known(Guests guests, Collection<SaleRequest> asked) {
        var instants = asked.stream().map(one -> one.meal().at()).sorted().toList();
        var sites = asked.stream().map(one -> one.till().site().siteId()).toList();
        return new Known(guests, prices.over(sites, instants.getFirst(), instants.getLast()));
    }

    /// As [#known], for a quote: locks no elder.
    public Known seen(Connection connection, SaleRequest asked) throws SQLException {
        var one = List.of(asked);
        var trip = RoundTrip.on(connection);
        var owners = owners(trip, one);
        trip.go();
        return known(elders.see(owners.get().values()), one);
    }

    /// The owners of the credentials in these sales, so that the elders can be locked.
    public Later<Map<Credential, Long>> owners(RoundTrip trip, Collection<SaleRequest> asked) {
        return credentials.owners(
                trip, asked.stream().flatMap(one -> one.credential().stream()).toList());
    }

    /// Resolves a sale; it is refused if the credential is not usable.
    public Resolved resolve(SaleRequest asked) {
        return asked.credential().isEmpty()
                ? toAnybody(asked)
                : good(asked, presented(asked, asked.credential().get()));
    }

    /// As [#resolve(Asked)], once the elder is locked.
    public Resolved resolve(Connection connection, Known known, SaleRequest asked)
            throws SQLException {
        var list = known.prices().at(asked.till().site().siteId(), asked.meal().at());
        if (asked.credential().isEmpty()) {
            return priced(list, asked, Optional.empty(), Optional.empty());
        }
        var trip = RoundTrip.on(connection);
        var presented =
                credentials.check(
                        trip,
                        known.guests(),
                        asked.credential().get(),
                        asked.till().terminal(),
                        asked.meal().at());
        trip.go();
        return good(list, asked, presented.get());
    }

    /// As [#resolve(Asked)], for a meal that was eaten already: with a credential that is not
    /// usable it is sold without an elder.
    public Resolved resolveEaten(SaleRequest asked) {
        if (asked.credential().isEmpty()) {
            return toAnybody(asked);
        }
        return switch (presented(asked, asked.credential().get())) {
            case Presented.Unusable unusable -> toAnybody(asked);
            case Presented.Usable usable -> good(asked, usable);
        };
    }

    private Resolved toAnybody(SaleRequest asked) {
        return priced(list(asked), asked, Optional.empty(), Optional.empty());
    }

    private Resolved good(SaleRequest asked, Presented presented) {
        return good(list(asked), asked, presented);
    }

    private Resolved good(PriceList list, SaleRequest asked, Presented presented) {
        return switch (presented) {
            case Presented.Unusable(var reason) -> new Resolved.Refused(problem(reason));
            case Presented.Usable usable ->
                    priced(list, asked, Optional.of(usable.elderId()), usable.codeId());
        };
    }

    private PriceList list(SaleRequest asked) {
        return prices.at(asked.till().site().siteId(), asked.meal().at());
    }

    private Presented presented(SaleRequest asked, Credential credential) {
        return credentials.check(credential, asked.till().terminal(), asked.meal().at());
    }

    /// The problem for a reason.
    public static ProblemException problem(UnusableReason reason) {
        return ProblemException.of(ProblemCode.valueOf(reason.name()));
    }

    private Resolved priced(
            PriceList list, SaleRequest asked, Optional<Long> elderId, Optional<Long> codeId) {
        var lines = new ArrayList<Basket.Line>();
        for (var i = 0; i < asked.items().size(); i++) {
            var item = asked.items().get(i);
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
                : new Resolved.Ready(sale(asked, elderId, basket), codeId);
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

    private Sale sale(SaleRequest asked, Optional<Long> elderId, Basket basket) {
        var meal = asked.meal();
        return new Sale(
                asked.orderId(),
                elderId,
                new Sale.Occasion(
                        asked.till().place(meal.serviceDate()),
                        new Sale.Till(
                                asked.till().terminal(),
                                meal.shiftId(),
                                meal.sequence(),
                                PresentedCards.entered(asked.credential()),
                                cards.hash(asked.credential())),
                        meal.serviceDate(),
                        meal.slot(),
                        meal.fulfilment(),
                        meal.at()),
                basket,
                asked.payment());
    }

    /// Uses up the code of a completed sale, whose elder is locked.
    public void redeem(Connection connection, SaleRequest asked, Resolved.Ready ready)
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
                        asked.till().terminal(),
                        asked.meal().at());
        trip.go();
        if (!redeemed.get()) {
            throw new IllegalStateException("a code was used beside the lock of its elder");
        }
    }
}

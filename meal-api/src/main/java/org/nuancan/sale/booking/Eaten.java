package org.nuancan.sale.booking;

import java.time.Instant;
import java.util.List;
import org.nuancan.check.EatenMeal;
import org.nuancan.check.Entered;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.quote.Grant;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleOutcome;

/// Maps a sale to the form that the platform's checks use.
final class Eaten {

    private Eaten() {}

    static EatenMeal of(SaleOutcome.Sold sold, Instant recordedAt) {
        var sale = sold.sale();
        return new EatenMeal(
                sale.orderId(),
                new EatenMeal.When(
                        sold.bookingDate().date(),
                        sale.at().serviceDate(),
                        sale.at().slot(),
                        sale.at().happenedAt(),
                        recordedAt),
                where(sale),
                who(sale),
                sale.basket().bill(),
                sum(sold.grants()),
                sold.excess());
    }

    private static EatenMeal.Where where(Sale sale) {
        var place = sale.at().place();
        return new EatenMeal.Where(
                place.providerDistrict(),
                place.facts().division().code(),
                place.providerId(),
                place.siteId(),
                sale.at().fulfilment() == Fulfilment.DINE_IN,
                place.room(),
                place.facts().listed());
    }

    private static EatenMeal.Who who(Sale sale) {
        var till = sale.at().till();
        return new EatenMeal.Who(
                till.terminal(),
                sale.elderId(),
                till.cardHash(),
                sale.elderId().isPresent() ? till.entered() : Entered.NOBODY,
                sale.payment() instanceof Sale.Payment.Offline);
    }

    private static Fen sum(List<Grant> grants) {
        return Fen.sum(grants.stream().map(Grant::fen).toList());
    }
}

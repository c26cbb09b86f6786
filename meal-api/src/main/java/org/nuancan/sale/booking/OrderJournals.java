package org.nuancan.sale.booking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.check.Facts;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.db.RoundTrip;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.posting.DoorPostings;
import org.nuancan.ledger.posting.MealPostings;
import org.nuancan.ledger.posting.Ordered;
import org.nuancan.ledger.posting.Sold;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.sale.GapReason;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleOutcome;

/// Books sales, and writes the facts that the platform's checks use.
@Singleton
final class OrderJournals {

    private final Ledger ledger;
    private final Ids ids;
    private final Facts facts;
    private final Clock clock;

    OrderJournals(Ledger ledger, Ids ids, Facts facts, Clock clock) {
        this.ledger = ledger;
        this.ids = ids;
        this.facts = facts;
        this.clock = clock;
    }

    void post(RoundTrip trip, List<SaleOutcome.Sold> sold) {
        var journals = new ArrayList<Journal>();
        for (var one : sold) {
            journals.add(meal(one));
        }
        ledger.post(trip, journals);
        var now = clock.instant();
        facts.eaten(trip, sold.stream().map(one -> Eaten.of(one, now)).toList());
    }

    private Journal meal(SaleOutcome.Sold sold) {
        var sale = sold.sale();
        var at = sale.at();
        return new Journal(
                ids.next(),
                JournalKind.MEAL,
                Cause.order(sale.orderId()),
                Subject.order(
                        sale.orderId(),
                        at.place().siteId(),
                        sold.homeDistrict(),
                        at.place().providerDistrict()),
                new Dates(new BusinessDay(at.serviceDate()), sold.bookingDate(), at.happenedAt()),
                sold.refusals(),
                postings(sold));
    }

    private static List<Posting> postings(SaleOutcome.Sold sold) {
        var sale = sold.sale();
        var taken =
                sale.payment().tenders().stream()
                        .map(tender -> new Taken(tender.type(), tender.fen()))
                        .toList();
        return switch (sale.payment()) {
            case Sale.Payment.Online _, Sale.Payment.Offline _ ->
                    MealPostings.of(
                            sale.at().place().providerId(),
                            new Sold(
                                    sale.basket().gross(),
                                    sold.grants(),
                                    taken,
                                    sale.payment().rounding(),
                                    sold.excess()));
            case Sale.Payment.Ordered ordered ->
                    DoorPostings.of(ordered.terms().parties(), ordered(sold, taken));
        };
    }

    private static Ordered ordered(SaleOutcome.Sold sold, List<Taken> taken) {
        var basket = sold.sale().basket();
        return new Ordered(
                basket.gross().minus(basket.fee()),
                basket.fee(),
                sold.grants(),
                taken,
                GapReason.loss(sold));
    }
}

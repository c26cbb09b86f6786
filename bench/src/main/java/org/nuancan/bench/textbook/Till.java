package org.nuancan.bench.textbook;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.bench.textbook.Eaters.Eater;
import org.nuancan.bench.textbook.Entities.Site;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.MealFacts;
import org.nuancan.policy.quote.Quote;

/// Sells meals, in one transaction a request.
@Singleton
class Till {

    private final Eaters eaters;
    private final Quotes quotes;
    private final Menu menu;
    private final Ids ids;
    private final Keeping keeping;

    /// The beans that store a sale.
    @Singleton
    record Keeping(Orders orders, Checked checked, Telling telling, Books books, Answers answers) {}

    Till(Eaters eaters, Quotes quotes, Menu menu, Ids ids, Keeping keeping) {
        this.eaters = eaters;
        this.quotes = quotes;
        this.menu = menu;
        this.ids = ids;
        this.keeping = keeping;
    }

    /// The caller of a request.
    record SaleContext(String terminal, long siteId, String key) {}

    /// The answer, new or repeated.
    record SaleAnswer(String json, boolean isOld) {}

    /// Sells a meal.
    @Transactional
    SaleAnswer sell(SaleContext asking, CheckoutBody body) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var today = BusinessDay.of(now).date();
        if (body.serviceDate() != null && !body.serviceDate().equals(today)) {
            throw Refused.rule("SERVICE_DATE_REFUSED");
        }
        var bookingDate = keeping.orders.lockDay(today);
        var eater =
                Optional.ofNullable(body.credential())
                        .map(credential -> eaters.lock(credential.value(), now));
        var earlier = keeping.answers.earlier(asking, body);
        if (earlier.isPresent()) {
            return new SaleAnswer(earlier.get(), true);
        }
        var site = menu.site(asking.siteId());
        var lines = menu.priced(site, body, now);
        var facts =
                new MealFacts(
                        today, body.slot(), body.way(), gross(lines, false), gross(lines, true));
        var quote = eater.map(e -> quoted(e, site, facts)).orElseGet(() -> fullPrice(facts));
        mustBePaid(body, quote);
        var orderId = ids.next();
        var home = eater.map(e -> e.elder().districtCode()).orElse(site.districtCode());
        var kept =
                new Orders.Kept(
                        orderId,
                        eater.map(e -> e.elder().elderId()),
                        home,
                        site,
                        asking.terminal(),
                        quote,
                        lines,
                        today,
                        bookingDate,
                        now);
        keeping.orders.keep(kept, body);
        keeping.checked.keep(kept, body);
        keeping.telling.sold(ids.next(), kept, body);
        keeping.books.post(
                new Books.Booked(ids.next(), orderId, home, site, quote, today, bookingDate, now),
                body);
        var answer = Receipts.answer(orderId, eater, site, quote, lines, body, bookingDate, now);
        return new SaleAnswer(keeping.answers.keep(asking, body, answer, now), false);
    }

    private Quote quoted(Eater eater, Site site, MealFacts facts) {
        var meal = new Quotes.Meal(eater.elder().elderId(), eater.facts(), site, facts);
        var quote = quotes.quote(meal);
        quotes.use(meal, quote.grants());
        return quote;
    }

    private static Quote fullPrice(MealFacts facts) {
        return new Quote(facts.grossFen(), facts.billFen(), facts.grossFen(), List.of(), List.of());
    }

    private static Fen gross(List<Orders.Line> lines, boolean onlySubsidisable) {
        var parts = new ArrayList<Fen>();
        for (var line : lines) {
            if (line.price().subsidisable() || !onlySubsidisable) {
                parts.add(Fen.of(line.unitFen()).times(line.quantity()));
            }
        }
        return Fen.sum(parts);
    }

    private static void mustBePaid(CheckoutBody body, Quote quote) {
        var paid = body.rounding();
        for (var tender : body.tenders()) {
            paid += tender.amountFen();
        }
        if (paid != quote.elderPaysFen().value()) {
            throw new Refused(
                    422,
                    "TENDERS_DO_NOT_ADD_UP",
                    Map.of("elderPaysFen", quote.elderPaysFen().value()));
        }
    }
}

package org.nuancan.bench.city;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.document.PolicyDocument;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.MealFacts;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.Quote;
import org.nuancan.policy.quote.SubsidyEngine;

/// Lunches of two items, the first of the day for each elder, with the expected price.
public final class Lunches {

    /// Has no common factor with the number of elders: each elder comes once, in mixed order.
    private static final long STRIDE = 100_003;

    private static final long TILL_STRIDE = 769;

    private static final Fen BILL =
            Fen.of(City.MENU.get(0).priceFen() + City.MENU.get(1).priceFen());

    private final City city;
    private final List<SubsidyPolicy> policies;

    private Lunches(City city, List<SubsidyPolicy> policies) {
        this.city = city;
        this.policies = List.copyOf(policies);
    }

    /// The lunches of a city, under its own policies and the reference data of the database.
    public static Lunches in(City city, Connection connection) throws SQLException {
        var policies = new ArrayList<>(City.policies());
        Sql.on(connection, "select document from policy_version where code like 'BJ-%'")
                .forEach(row -> policies.add(PolicyDocument.parse(row.text("document"))));
        return new Lunches(city, policies);
    }

    /// A lunch to be sold.
    ///
    /// @param elder who eats
    /// @param site that sells
    /// @param quote the expected grants, and the rest to be paid
    public record Lunch(Elder elder, Site site, Quote quote) {

        /// The body of a checkout.
        public String body() {
            return body(quote.elderPaysFen().value());
        }

        /// The body of a quote.
        public String question() {
            return """
            {"credential":{"type":"CARD","value":"%s"},"slot":"LUNCH",\
            "items":[{"sku":"%s","quantity":1},{"sku":"%s","quantity":1}]}\
            """
                    .formatted(elder.card(), City.MENU.get(0).sku(), City.MENU.get(1).sku());
        }

        /// The body of a checkout in which the elder pays this amount.
        public String body(long paidFen) {
            return """
            {"credential":{"type":"CARD","value":"%s"},"slot":"LUNCH",\
            "items":[{"sku":"%s","quantity":1},{"sku":"%s","quantity":1}],\
            "tenders":[{"type":"CASH","amountFen":%d}]}\
            """
                    .formatted(
                            elder.card(), City.MENU.get(0).sku(), City.MENU.get(1).sku(), paidFen);
        }
    }

    /// The lunch with this number; it is the elder's first of the day until all elders have eaten.
    public Lunch lunch(long number) {
        var elder = city.elder((int) (number * STRIDE % city.elders()));
        var site = city.site((int) (number * TILL_STRIDE % city.sites()));
        var meal =
                new MealFacts(
                        BusinessDay.of(Instant.now()).date(),
                        Slot.LUNCH,
                        Fulfilment.DINE_IN,
                        BILL,
                        BILL);
        var quote =
                SubsidyEngine.quote(
                        policies, elder.facts(), site.facts(), meal, List.of(), 0, Map.of());
        return new Lunch(elder, site, quote);
    }

    /// The first lunch from a number on with Beijing's diner subsidy.
    public Lunch subsidised(long from) {
        for (var number = from; number < from + city.elders(); number++) {
            var lunch = lunch(number);
            if (granted(lunch, "BJ-DINER").isPresent()) {
                return lunch;
            }
        }
        throw new IllegalStateException("no elder of this city gets a grant");
    }

    private static Optional<Fen> granted(Lunch lunch, String code) {
        return lunch.quote().grants().stream()
                .filter(grant -> grant.code().equals(code))
                .map(grant -> grant.fen())
                .findFirst();
    }
}

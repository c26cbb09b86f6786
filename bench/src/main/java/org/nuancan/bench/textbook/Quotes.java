package org.nuancan.bench.textbook;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.bench.textbook.Entities.Site;
import org.nuancan.money.Fen;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.book.PolicyBook;
import org.nuancan.policy.calendar.WorkingDays;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.MealFacts;
import org.nuancan.policy.fact.SiteFacts;
import org.nuancan.policy.fact.SiteType;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.LimitWindow;
import org.nuancan.policy.quote.Quote;
import org.nuancan.policy.quote.SubsidyEngine;
import org.nuancan.policy.quote.Used;

/// Computes grants with what was used before: an elder's use from the grants, other uses from
/// counters that are locked.
@Singleton
class Quotes {

    private final PolicyBook policies;
    private final WorkingDays days;
    private final Repositories.Grants grants;
    private final Repositories.LimitUses counters;
    private final Repositories.Orders orders;

    Quotes(
            PolicyBook policies,
            WorkingDays days,
            Repositories.Grants grants,
            Repositories.LimitUses counters,
            Repositories.Orders orders) {
        this.policies = policies;
        this.days = days;
        this.grants = grants;
        this.counters = counters;
        this.orders = orders;
    }

    /// The elder, place and items of a meal.
    record Meal(long elderId, ElderFacts elder, Site site, MealFacts facts) {

        private SiteFacts siteFacts() {
            var date = facts.serviceDate();
            var ended = site.listedTo() != null && date.isAfter(site.listedTo());
            return new SiteFacts(
                    new Division(site.division()),
                    SiteType.valueOf(site.type()),
                    site.grade(),
                    !date.isBefore(site.listedFrom()) && !ended);
        }
    }

    /// A row of a counter.
    private record Counter(
            String on, long subject, String code, String per, LocalDate from, String slot)
            implements Comparable<Counter> {

        private static Counter of(LimitWindow window, Site site) {
            var subject =
                    switch (window.on()) {
                        case SITE -> site.siteId();
                        case PROVIDER -> site.providerId();
                        case POLICY, ELDER -> 0L;
                    };
            return new Counter(
                    window.on().name(),
                    subject,
                    window.code(),
                    window.per().name(),
                    window.from(),
                    window.slot().map(Enum::name).orElse(""));
        }

        @Override
        public int compareTo(Counter other) {
            return toString().compareTo(other.toString());
        }
    }

    /// The grants by the policies of this instant.
    Quote quote(Meal meal) {
        var inForce = policies.released();
        var windows =
                SubsidyEngine.windows(
                        inForce, meal.elder, meal.siteFacts(), meal.facts, days.calendar());
        return SubsidyEngine.quote(
                inForce,
                meal.elder,
                meal.siteFacts(),
                meal.facts,
                used(meal, windows),
                orders.meals(meal.elderId, meal.facts.serviceDate()),
                days.calendar());
    }

    private List<Used> used(Meal meal, List<LimitWindow> windows) {
        var used = new ArrayList<Used>();
        var own = windows.stream().filter(window -> window.on() == LimitOn.ELDER).toList();
        if (!own.isEmpty()) {
            var before =
                    grants.used(
                            meal.elderId,
                            own.stream().map(LimitWindow::from).min(LocalDate::compareTo).get(),
                            own.stream().map(LimitWindow::to).max(LocalDate::compareTo).get());
            own.forEach(window -> used.add(sum(window, before)));
        }
        windows.stream()
                .filter(window -> window.on() != LimitOn.ELDER)
                .sorted((a, b) -> Counter.of(a, meal.site).compareTo(Counter.of(b, meal.site)))
                .forEach(window -> used.add(locked(window, Counter.of(window, meal.site))));
        return used;
    }

    private static Used sum(LimitWindow window, List<Repositories.Used> before) {
        var meals = 0L;
        var fen = 0L;
        for (var one : before) {
            if (one.policyCode().equals(window.code())
                    && window.holds(one.serviceDate(), slot(one.slot()))) {
                meals += one.meals();
                fen += one.fen();
            }
        }
        return new Used(window.code(), window.on(), window.per(), meals, Fen.of(fen));
    }

    private static Slot slot(String name) {
        return Slot.valueOf(name);
    }

    private Used locked(LimitWindow window, Counter key) {
        var found = lock(key);
        if (found.isEmpty()) {
            counters.make(key.on, key.subject, key.code, key.per, key.from, key.slot);
            found = lock(key);
        }
        var use = found.orElseThrow();
        return new Used(window.code(), window.on(), window.per(), use.meals(), Fen.of(use.fen()));
    }

    private Optional<Entities.LimitUse> lock(Counter key) {
        return counters.lock(key.on, key.subject, key.code, key.per, key.from, key.slot);
    }

    /// Counts the grants; the rows are locked.
    void use(Meal meal, List<Grant> granted) {
        for (var grant : granted) {
            for (var counter : counters(meal, grant.code())) {
                counters.use(
                        counter.on,
                        counter.subject,
                        counter.code,
                        counter.per,
                        counter.from,
                        counter.slot,
                        grant.fen().value());
            }
        }
    }

    private Set<Counter> counters(Meal meal, String code) {
        var found = new HashSet<Counter>();
        policies.released().stream()
                .filter(policy -> policy.code().equals(code))
                .map(SubsidyPolicy::limits)
                .flatMap(List::stream)
                .filter(limit -> limit.on() != LimitOn.ELDER)
                .map(limit ->
                        LimitWindow.of(code, limit, meal.facts.serviceDate(), meal.facts.slot()))
                .forEach(window -> found.add(Counter.of(window, meal.site)));
        return found;
    }
}

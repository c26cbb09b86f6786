package org.nuancan.sale.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.money.Fen;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.Side;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.quote.LimitWindow;
import org.nuancan.policy.quote.SubsidyEngine;
import org.nuancan.policy.quote.Used;
import org.nuancan.sale.Rules;
import org.nuancan.sale.Sale;
import org.nuancan.sale.limit.Counter;
import org.nuancan.sale.limit.LimitCounters;
import org.nuancan.sale.limit.Limits;
import org.nuancan.sale.limit.Need;
import org.nuancan.sale.limit.Tally;

/// Decides a list of sales one after another; each decision counts the usage of the earlier ones.
final class Evaluation {

    private final Rules rules;
    private final Table table;
    private final ElderUsage usage;
    private final LimitCounters counters;

    /// By the order's id.
    private final Map<Long, Prospect> prospects;

    private Evaluation(
            Rules rules,
            Table table,
            ElderUsage usage,
            LimitCounters counters,
            Map<Long, Prospect> prospects) {
        this.rules = rules;
        this.table = table;
        this.usage = usage;
        this.counters = counters;
        this.prospects = prospects;
    }

    /// Facts about the policies that may grant on a sale.
    ///
    /// @param windows of their limits, in the versions in force
    /// @param needs the most that the sale may take from the counters of all their versions
    private record Prospect(List<LimitWindow> windows, Map<Counter, Need> needs) {

        static final Prospect NONE = new Prospect(List.of(), Map.of());
    }

    /// Secures the amounts that limits other than the elders' may have to give.
    interface Locking {

        Later<LimitCounters> lock(RoundTrip trip, Map<Counter, Need> needs) throws SQLException;
    }

    /// Reads the usage of all limits that the sales count towards. First locks the counters of
    /// limits on sites, providers and policies, in order; the elders are already locked.
    static Evaluation begin(
            Connection connection, Rules rules, Table table, List<Sale> sales, Locking limits)
            throws SQLException {
        var prospects = prospects(rules, table, sales);
        var needs = new HashMap<Counter, Need>();
        prospects
                .values()
                .forEach(one ->
                        one.needs.forEach(
                                (counter, need) -> needs.merge(counter, need, Need::and)));
        var trip = RoundTrip.on(connection);
        var counters = limits.lock(trip, needs);
        var usage = used(trip, sales, prospects.values());
        trip.go();
        return new Evaluation(rules, table, usage.get(), counters.get(), prospects);
    }

    /// As [#begin], but without locks.
    static Evaluation glance(
            Connection connection, Rules rules, Table table, Sale sale, Limits limits)
            throws SQLException {
        var prospects = prospects(rules, table, List.of(sale));
        var trip = RoundTrip.on(connection);
        var counters =
                limits.peek(
                        trip,
                        prospects.getOrDefault(sale.orderId(), Prospect.NONE).needs().keySet());
        var usage = used(trip, List.of(sale), prospects.values());
        trip.go();
        return new Evaluation(rules, table, usage.get(), counters.get(), prospects);
    }

    private static Map<Long, Prospect> prospects(Rules rules, Table table, List<Sale> sales) {
        var prospects = new HashMap<Long, Prospect>();
        for (var sale : sales) {
            if (!sale.at().place().subsidised()) {
                continue;
            }
            table.of(sale)
                    .ifPresent(
                            elder -> prospects.put(sale.orderId(), prospect(rules, sale, elder)));
        }
        return prospects;
    }

    private static Prospect prospect(Rules rules, Sale sale, ElderAtTable elder) {
        var date = sale.at().serviceDate();
        var slot = sale.at().slot();
        var place = Counter.Whereabouts.of(sale);
        var windows = new ArrayList<LimitWindow>();
        var needs = new HashMap<Counter, Need>();
        for (var policy : candidates(rules, sale, elder)) {
            var most = Fen.of(policy.amount().most(sale.basket().bill().value()));
            LimitCounters.counters(rules, policy.code(), place, date, slot)
                    .forEach(counter -> needs.put(counter, Need.counted(most)));
            for (var limit : policy.limits()) {
                var window = LimitWindow.of(policy.code(), limit, date, slot);
                windows.add(window);
                if (limit.on() != LimitOn.ELDER) {
                    needs.put(Counter.of(window, place), Need.once(limit, most));
                }
            }
        }
        return new Prospect(windows, needs);
    }

    private static List<SubsidyPolicy> candidates(Rules rules, Sale sale, ElderAtTable elder) {
        return SubsidyEngine.candidates(
                rules.policies(),
                elder.facts(),
                sale.at().place().facts(),
                sale.meal(),
                rules.calendar());
    }

    private static Later<ElderUsage> used(
            RoundTrip trip, List<Sale> sales, Collection<Prospect> prospects) {
        var elders =
                sales.stream().flatMap(sale -> sale.elderId().stream()).collect(Collectors.toSet());
        var dates = sales.stream().map(sale -> sale.at().serviceDate()).collect(Collectors.toSet());
        var from = new ArrayList<LocalDate>(dates);
        var to = new ArrayList<LocalDate>(dates);
        prospects.stream()
                .flatMap(prospect -> prospect.windows().stream())
                .filter(window -> window.on() == LimitOn.ELDER)
                .forEach(window -> {
                    from.add(window.from());
                    to.add(window.to());
                });
        return ElderUsage.read(
                trip,
                elders,
                dates,
                from.stream().min(LocalDate::compareTo).orElseThrow(),
                to.stream().max(LocalDate::compareTo).orElseThrow(),
                sales.stream().anyMatch(Evaluation::wasOffline));
    }

    /// The counters of sites, providers and policies that a sale can change.
    static Set<Counter> counters(Rules rules, Sale sale, ElderAtTable elder) {
        return prospect(rules, sale, elder).needs().keySet();
    }

    /// Decides the grants on a sale and the amount to pay.
    Decision decide(Sale sale) {
        var elder = table.of(sale);
        if (elder.isEmpty() || !sale.at().place().subsidised()) {
            return Decision.fullPrice(sale);
        }
        var quote =
                SubsidyEngine.quote(
                        rules.policies(),
                        elder.get().facts(),
                        sale.at().place().facts(),
                        sale.meal(),
                        usedBy(sale, elder.get()),
                        usage.mealsOn(elder.get().elderId(), sale.at().serviceDate()),
                        rules.calendar());
        return switch (sale.payment()) {
            case Sale.Payment.Online online -> Decision.of(quote);
            case Sale.Payment.Ordered ordered -> Decision.of(quote, ordered.terms());
            case Sale.Payment.Offline offline ->
                    Decision.of(quote, offline, offline.cap().minus(offlineSoFar(sale)));
        };
    }

    private Fen offlineSoFar(Sale sale) {
        return usage.grantedOffline(sale.elderId().orElseThrow(), sale.at().serviceDate());
    }

    private List<Used> usedBy(Sale sale, ElderAtTable elder) {
        return prospects.getOrDefault(sale.orderId(), Prospect.NONE).windows().stream()
                .map(window -> {
                    var tally = tally(window, sale, elder);
                    return new Used(
                            window.code(), window.on(), window.per(), tally.meals(), tally.fen());
                })
                .toList();
    }

    private Tally tally(LimitWindow window, Sale sale, ElderAtTable elder) {
        return window.on() == LimitOn.ELDER
                ? usage.in(window, elder.elderId())
                : counters.in(Counter.of(window, Counter.Whereabouts.of(sale)));
    }

    /// The parts that are left of the limits of all policies that may grant on a sale, before the
    /// sale.
    List<LeftOfLimit> left(Sale sale) {
        var left = new ArrayList<LeftOfLimit>();
        table.of(sale)
                .ifPresent((ElderAtTable elder) -> {
                    for (var policy : candidates(rules, sale, elder)) {
                        for (var limit : policy.limits()) {
                            var at = sale.at();
                            var window =
                                    LimitWindow.of(
                                            policy.code(), limit, at.serviceDate(), at.slot());
                            left.add(
                                    LeftOfLimit.of(
                                            policy.code(), limit, tally(window, sale, elder)));
                        }
                    }
                });
        return List.copyOf(left);
    }

    /// Records a completed sale, so that later ones of the list count its usage.
    void use(Sale sale, Decision decision) {
        if (sale.elderId().isEmpty()) {
            return;
        }
        var elderId = sale.elderId().get();
        var date = sale.at().serviceDate();
        usage.ate(elderId, date);
        for (var grant : decision.grants()) {
            usage.granted(elderId, grant.code(), date, sale.at().slot(), grant.fen());
            if (grant.side() == Side.DINER && wasOffline(sale)) {
                usage.grantedOffline(elderId, date, grant.fen());
            }
            LimitCounters.counters(
                            rules,
                            grant.code(),
                            Counter.Whereabouts.of(sale),
                            date,
                            sale.at().slot())
                    .forEach(counter -> counters.add(counter, new Tally(1, grant.fen())));
        }
    }

    private static boolean wasOffline(Sale sale) {
        return sale.payment() instanceof Sale.Payment.Offline;
    }

    /// Writes the counters that changed.
    void store(RoundTrip trip) {
        counters.store(trip);
    }
}

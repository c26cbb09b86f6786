package org.nuancan.order;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuancan.elder.ElderAtTable;
import org.nuancan.money.Fen;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitWindow;
import org.nuancan.policy.Side;
import org.nuancan.policy.SubsidyEngine;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.Used;

/// Decides a list of sales one after another, each seeing what the earlier ones used up.
final class Evaluation {

    private final Rules rules;
    private final Table table;
    private final ElderUsage usage;
    private final LimitCounters counters;

    private Evaluation(Rules rules, Table table, ElderUsage usage, LimitCounters counters) {
        this.rules = rules;
        this.table = table;
        this.usage = usage;
        this.counters = counters;
    }

    /// Reads what the sales can use up. With `lock`, what other limits count on is locked first, in
    /// order; the elders are locked by the table already.
    static Evaluation begin(
            Connection connection, Rules rules, Table table, List<Sale> sales, boolean lock)
            throws SQLException {
        var windows = new HashSet<LimitWindow>();
        var keys = new HashSet<LimitCounters.Key>();
        for (var sale : sales) {
            var elder = table.of(sale);
            if (elder.isPresent()) {
                windows.addAll(eldersWindows(rules, sale, elder.get()));
                keys.addAll(keys(rules, sale, elder.get()));
            }
        }
        var counters =
                lock ? LimitCounters.lock(connection, keys) : LimitCounters.peek(connection, keys);
        return new Evaluation(rules, table, used(connection, sales, windows), counters);
    }

    private static List<LimitWindow> eldersWindows(Rules rules, Sale sale, ElderAtTable elder) {
        return windows(rules, sale, elder).stream()
                .filter(window -> window.on() == LimitOn.ELDER)
                .toList();
    }

    private static List<LimitWindow> windows(Rules rules, Sale sale, ElderAtTable elder) {
        return SubsidyEngine.windows(
                rules.policies(),
                elder.facts(),
                sale.at().place().facts(),
                sale.meal(),
                rules.calendar());
    }

    private static ElderUsage used(
            Connection connection, List<Sale> sales, Collection<LimitWindow> windows)
            throws SQLException {
        var elders =
                sales.stream().flatMap(sale -> sale.elderId().stream()).collect(Collectors.toSet());
        var dates = sales.stream().map(sale -> sale.at().serviceDate()).collect(Collectors.toSet());
        var from = new ArrayList<LocalDate>(dates);
        var to = new ArrayList<LocalDate>(dates);
        windows.forEach(window -> {
            from.add(window.from());
            to.add(window.to());
        });
        return ElderUsage.read(
                connection,
                elders,
                dates,
                from.stream().min(LocalDate::compareTo).orElseThrow(),
                to.stream().max(LocalDate::compareTo).orElseThrow(),
                sales.stream().anyMatch(Evaluation::wasOffline));
    }

    /// The counters of sites, providers and policies that a sale can move.
    static Set<LimitCounters.Key> keys(Rules rules, Sale sale, ElderAtTable elder) {
        var codes =
                SubsidyEngine.applicable(
                                rules.policies(),
                                elder.facts(),
                                sale.at().place().facts(),
                                sale.meal())
                        .stream()
                        .map(SubsidyPolicy::code)
                        .collect(Collectors.toSet());
        var keys = new HashSet<LimitCounters.Key>();
        codes.forEach(code -> keys.addAll(keys(rules, sale, code)));
        return keys;
    }

    private static Set<LimitCounters.Key> keys(Rules rules, Sale sale, String code) {
        return LimitCounters.keys(
                rules,
                code,
                LimitCounters.Whereabouts.of(sale),
                sale.at().serviceDate(),
                sale.at().slot());
    }

    /// What is granted on a sale, and what is left to be paid.
    Decision decide(Sale sale) {
        var elder = table.of(sale);
        if (elder.isEmpty()) {
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
        return windows(rules, sale, elder).stream()
                .map(window -> {
                    var tally =
                            window.on() == LimitOn.ELDER
                                    ? usage.in(window, elder.elderId())
                                    : counters.in(
                                            LimitCounters.Key.of(
                                                    window, LimitCounters.Whereabouts.of(sale)));
                    return new Used(
                            window.code(), window.on(), window.per(), tally.meals(), tally.fen());
                })
                .toList();
    }

    /// The sale is made: later ones of the list see what it used.
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
            keys(rules, sale, grant.code())
                    .forEach(key -> counters.add(key, new Tally(1, grant.fen())));
        }
    }

    private static boolean wasOffline(Sale sale) {
        return sale.payment() instanceof Sale.Payment.Offline;
    }

    /// Writes the counters that moved.
    void store(Connection connection) throws SQLException {
        counters.store(connection);
    }
}

package org.nuancan.finance.journal;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.finance.journal.Summary.Grouping;
import org.nuancan.finance.journal.Summary.Item;
import org.nuancan.finance.journal.Summary.Sums;
import org.nuancan.ledger.balance.StatedSums;
import org.nuancan.money.Fen;
import org.nuancan.provider.site.Sites;

/// Adds up amounts of statements by the requested grouping.
@Singleton
final class Summaries {

    private static final int STREET = 9;

    private static final Sums NOTHING =
            new Sums(
                    0, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO,
                    Fen.ZERO);

    private final StatedSums sums;
    private final Sites sites;

    Summaries(StatedSums sums, Sites sites) {
        this.sums = sums;
        this.sites = sites;
    }

    Summary of(LocalDate from, LocalDate to, Grouping grouping, Optional<String> district) {
        var found = sums.snapshot(from, to, key(grouping), district);
        return new Summary(
                from,
                to,
                grouping,
                grouping == Grouping.street ? byStreet(found.byKey()) : items(found.byKey()),
                found.total().map(Summaries::sums).orElse(NOTHING));
    }

    private static StatedSums.Key key(Grouping grouping) {
        return switch (grouping) {
            case day -> StatedSums.Key.DAY;
            case street -> StatedSums.Key.SITE;
            case provider -> StatedSums.Key.PROVIDER;
            case policy -> StatedSums.Key.POLICY;
            case payer -> StatedSums.Key.PAYER;
        };
    }

    private static Sums sums(StatedSums.Sum sum) {
        return new Sums(
                sum.orders(),
                sum.gross(),
                sum.collected(),
                sum.platformCollected(),
                sum.discount(),
                sum.diner(),
                sum.incentive(),
                sum.adjustment(),
                sum.claim());
    }

    private static List<Item> items(List<StatedSums.Sum> found) {
        return found.stream().map(sum -> Item.of(sum.key(), sums(sum))).toList();
    }

    private List<Item> byStreet(List<StatedSums.Sum> bySite) {
        var streets = new TreeMap<String, Sums>();
        for (var one : bySite) {
            sites.findNow(Long.parseLong(one.key()))
                    .ifPresent(site ->
                            streets.merge(
                                    site.division().substring(0, STREET), sums(one), Sums::plus));
        }
        return streets.entrySet().stream()
                .map(street -> Item.of(street.getKey(), street.getValue()))
                .toList();
    }
}

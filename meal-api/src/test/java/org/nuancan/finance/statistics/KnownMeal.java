package org.nuancan.finance.statistics;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A meal as the test knows it, without the service.
///
/// @param elder empty for a sale without an elder
/// @param orderId as the till answered
record KnownMeal(
        StatisticsTown.Site site,
        LocalDate date,
        String slot,
        String fulfilment,
        Optional<StatisticsTown.Elder> elder,
        String orderId,
        Money money) {

    /// @param tender the tender that paid all of it
    /// @param isGone whether the whole bill was refunded
    record Money(long bill, String tender, long paid, List<Share> shares, boolean isGone) {}

    /// A payer's part of a grant.
    record Share(String policy, String payer, long fen) {}

    KnownMeal refunded() {
        return with(new Money(0, money.tender(), 0, List.of(), true));
    }

    /// Half of the bill is left; the grant to the site stays whole.
    KnownMeal halved() {
        return with(
                new Money(
                        money.bill() / 2,
                        money.tender(),
                        money.paid() / 2,
                        money.shares().stream()
                                .map(share ->
                                        share.policy().equals("BJ-FLOW")
                                                ? share
                                                : new Share(
                                                        share.policy(),
                                                        share.payer(),
                                                        share.fen() / 2))
                                .toList(),
                        false));
    }

    /// Its grants were taken back from the provider.
    KnownMeal recovered() {
        return with(
                new Money(money.bill(), money.tender(), money.paid(), List.of(), money.isGone()));
    }

    KnownMeal delivered() {
        return new KnownMeal(site, date, slot, "DELIVERY", elder, orderId, money);
    }

    private KnownMeal with(Money other) {
        return new KnownMeal(site, date, slot, fulfilment, elder, orderId, other);
    }

    /// The values of the meal in a dimension, by the words of the contract.
    Set<String> values(String dimension) {
        return switch (dimension) {
            case "month" -> Set.of(date.toString().substring(0, 7));
            case "district" -> Set.of(site.division().substring(0, 6));
            case "street" -> Set.of(site.division());
            case "siteType" -> Set.of(site.type());
            case "site" -> Set.of(Long.toString(site.siteId()));
            case "slot" -> Set.of(slot);
            case "fulfilment" -> Set.of(fulfilment);
            case "ageBand" -> Set.of(elder.map(this::band).orElse("ANONYMOUS"));
            case "household" ->
                    Set.of(elder.map(StatisticsTown.Elder::household).orElse("ANONYMOUS"));
            case "category" -> elder.map(this::categories).orElse(Set.of("ANONYMOUS"));
            case "policy" ->
                    orNone(money.shares().stream().map(Share::policy).collect(Collectors.toSet()));
            case "tender" -> money.paid() > 0 ? Set.of(money.tender()) : Set.of("NONE");
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    private String band(StatisticsTown.Elder one) {
        var age = Period.between(one.birth(), date).getYears();
        return age >= 90 ? "90+" : age / 10 * 10 + "-" + (age / 10 * 10 + 9);
    }

    private Set<String> categories(StatisticsTown.Elder one) {
        return orNone(
                one.held().stream()
                        .filter(held -> !held.from().isAfter(date))
                        .filter(held -> held.to().stream().noneMatch(to -> to.isBefore(date)))
                        .map(StatisticsTown.Held::category)
                        .collect(Collectors.toSet()));
    }

    private static Set<String> orNone(Set<String> found) {
        return found.isEmpty() ? Set.of("NONE") : found;
    }

    /// Every combination of values that some of the meals have.
    static Set<List<String>> keys(List<KnownMeal> meals, List<String> by) {
        return meals.stream()
                .flatMap(meal -> {
                    var keys = new ArrayList<List<String>>(List.of(List.of()));
                    for (var dimension : by) {
                        var shorter = List.copyOf(keys);
                        keys.clear();
                        for (var value : meal.values(dimension)) {
                            for (var key : shorter) {
                                var longer = new ArrayList<>(key);
                                longer.add(value);
                                keys.add(longer);
                            }
                        }
                    }
                    return keys.stream();
                })
                .collect(Collectors.toSet());
    }

    /// The figures of a cell as text, counted one by one.
    static String figures(List<KnownMeal> meals, List<String> by, List<String> key) {
        var at = by.indexOf("policy");
        var own = new ArrayList<KnownMeal>();
        var anonymous = new ArrayList<KnownMeal>();
        for (var meal : meals) {
            var isIn = true;
            for (var i = 0; i < by.size(); i++) {
                isIn &= meal.values(by.get(i)).contains(key.get(i));
            }
            if (isIn) {
                (meal.elder().isPresent() ? own : anonymous).add(meal);
            }
        }
        Map<String, Long> grants =
                own.stream()
                        .flatMap(meal -> meal.money().shares().stream())
                        .filter(share -> at < 0 || share.policy().equals(key.get(at)))
                        .collect(
                                Collectors.groupingBy(
                                        Share::payer,
                                        TreeMap::new,
                                        Collectors.summingLong(Share::fen)));
        return "%d elders, %d meals, %d delivered, bill %d, paid %d, %s, anonymous %d %d %d"
                .formatted(
                        own.stream().map(KnownMeal::elder).distinct().count(),
                        own.size(),
                        own.stream().filter(meal -> meal.fulfilment().equals("DELIVERY")).count(),
                        own.stream().mapToLong(meal -> meal.money().bill()).sum(),
                        own.stream().mapToLong(meal -> meal.money().paid()).sum(),
                        grants,
                        anonymous.size(),
                        anonymous.stream().mapToLong(meal -> meal.money().bill()).sum(),
                        anonymous.stream().mapToLong(meal -> meal.money().paid()).sum());
    }
}

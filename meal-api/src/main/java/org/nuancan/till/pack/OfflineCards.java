package org.nuancan.till.pack;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.card.Cards;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.MealFacts;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.policy.quote.SubsidyEngine;
import org.nuancan.sale.Rules;
import org.nuancan.till.TillSite;

/// Lists the cards of a district for a till's offline pack.
@Singleton
public final class OfflineCards {

    private static final int CHUNK = 1000;

    /// A meal of which only diner and place matter. The till checks the other conditions when it
    /// sells.
    private static final Fen ANY_BILL = Fen.of(1_000_000);

    private final Cards cards;
    private final Elders elders;
    private final Clock clock;

    OfflineCards(Cards cards, Elders elders, Clock clock) {
        this.cards = cards;
        this.elders = elders;
        this.clock = clock;
    }

    /// The cards, sorted by their hashes.
    record PackCards(List<String> hotList, List<OfflinePack.Entitlement> entitlements) {}

    private record Hashed(String hash, long elderId) {}

    PackCards of(TillSite till, Rules rules, String salt) {
        var hot = new ArrayList<String>();
        var usable = new ArrayList<Hashed>();
        cards.ofDistrict(
                till.site().districtCode(),
                clock.instant(),
                card -> {
                    var hash = hash(salt, card.number().value());
                    if (card.problem().isPresent()) {
                        hot.add(hash);
                    } else {
                        usable.add(new Hashed(hash, card.elderId()));
                    }
                });
        var entitlements = new ArrayList<OfflinePack.Entitlement>();
        for (var from = 0; from < usable.size(); from += CHUNK) {
            var some = usable.subList(from, Math.min(usable.size(), from + CHUNK));
            entitlements.addAll(entitlements(till, rules, some));
        }
        return new PackCards(
                hot.stream().sorted().toList(),
                entitlements.stream()
                        .sorted(Comparator.comparing(OfflinePack.Entitlement::cardHash))
                        .toList());
    }

    private List<OfflinePack.Entitlement> entitlements(
            TillSite till, Rules rules, List<Hashed> some) {
        var today = BusinessDay.today(clock).date();
        var known = elders.forMeal(some.stream().map(Hashed::elderId).distinct().toList(), today);
        var diner =
                rules.policies().stream().filter(policy -> policy.side() == Side.DINER).toList();
        return some.stream()
                .filter(card -> known.containsKey(card.elderId()))
                .map(card -> entitlement(till, diner, rules, card, known))
                .filter(entitlement -> !entitlement.codes().isEmpty())
                .toList();
    }

    private OfflinePack.Entitlement entitlement(
            TillSite till,
            List<SubsidyPolicy> diner,
            Rules rules,
            Hashed card,
            Map<Long, ElderAtTable> known) {
        var elder = Objects.requireNonNull(known.get(card.elderId()));
        var today = BusinessDay.today(clock).date();
        var quote =
                SubsidyEngine.quote(
                        diner,
                        elder.facts(),
                        till.place(today).facts(),
                        new MealFacts(today, Slot.LUNCH, Fulfilment.DINE_IN, ANY_BILL, ANY_BILL),
                        List.of(),
                        0,
                        rules.calendar());
        var codes =
                Stream.concat(
                                quote.grants().stream().map(Grant::code),
                                quote.refusals().stream()
                                        .filter(OfflineCards::isForAnotherMeal)
                                        .map(Refusal::code))
                        .sorted()
                        .toList();
        return new OfflinePack.Entitlement(card.hash(), codes);
    }

    /// Whether a policy with this refusal could still grant on another meal, as diner and place are
    /// right.
    private static boolean isForAnotherMeal(Refusal refusal) {
        return switch (refusal.reason()) {
            case ELDER_NOT_ACTIVE, WHO, IN_INSTITUTION, WHERE, SITE_NOT_LISTED -> false;
            case SLOT, DAY, FULFILMENT, BILL, NO_DINER_GRANT, LIMIT, NOTHING_TO_GRANT, BEATEN ->
                    true;
        };
    }

    /// The hash by which a pack names a card.
    public static String hash(String salt, String cardNumber) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest((salt + cardNumber).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java has SHA-256", exception);
        }
    }
}

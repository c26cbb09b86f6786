package org.nuancan.till.pack;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.policy.Side;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.document.PolicyDocument;
import org.nuancan.provider.price.Prices;
import org.nuancan.sale.CurrentRules;
import org.nuancan.sale.Rules;
import org.nuancan.till.TillSite;

/// Makes offline packs. Cards of the district are listed by salted hashes, never by numbers.
@Singleton
public final class OfflinePacks {

    private final Transactions transactions;
    private final OfflineCards cards;
    private final Prices prices;
    private final CurrentRules rules;
    private final PackMarks marks;

    OfflinePacks(
            Transactions transactions,
            OfflineCards cards,
            Prices prices,
            CurrentRules rules,
            PackMarks marks) {
        this.transactions = transactions;
        this.cards = cards;
        this.prices = prices;
        this.rules = rules;
        this.marks = marks;
    }

    /// A pack with its entity tag.
    public record Made(OfflinePack pack, String etag) {}

    /// Makes the pack of a till in one read transaction; it is valid to the end of tomorrow.
    public Made of(TillSite till) {
        var pack = transactions.reading(_ -> pack(till));
        return new Made(pack, marks.etag(pack));
    }

    private OfflinePack pack(TillSite till) {
        var today = marks.today();
        var salt = marks.salt(till.site().districtCode(), today);
        var now = rules.now();
        var found = cards.of(till, now, salt);
        return new OfflinePack(
                found.hotList(),
                found.entitlements(),
                salt,
                prices.now(till.site().siteId()).items().stream()
                        .map(OfflinePack.Price::of)
                        .toList(),
                policies(till, now, today),
                marks.cap(),
                today.next().next().begins().atZone(BusinessDay.ZONE).toOffsetDateTime());
    }

    /// None while the till's provider is stopped.
    private List<JsonNode> policies(TillSite till, Rules rules, BusinessDay today) {
        if (till.site().isStoppedAt(marks.now())) {
            return List.of();
        }
        return rules.policies().stream()
                .filter(policy -> policy.side() == Side.DINER)
                .filter(policy -> policy.period().holds(today.date()))
                .sorted(Comparator.comparing(SubsidyPolicy::id))
                .<JsonNode>map(PolicyDocument::write)
                .toList();
    }
}

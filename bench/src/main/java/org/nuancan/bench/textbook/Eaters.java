package org.nuancan.bench.textbook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuancan.bench.textbook.Entities.Elder;
import org.nuancan.bench.textbook.Entities.HeldCategory;
import org.nuancan.day.BusinessDay;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.Stay;

/// Finds the elders who eat.
@Singleton
class Eaters {

    private final Repositories.Cards cards;
    private final Repositories.Elders elders;
    private final Repositories.Standings standings;
    private final Repositories.Categories categories;
    private final Repositories.Stays stays;
    private final Repositories.Statuses statuses;

    Eaters(
            Repositories.Cards cards,
            Repositories.Elders elders,
            Repositories.Standings standings,
            Repositories.Categories categories,
            Repositories.Stays stays,
            Repositories.Statuses statuses) {
        this.cards = cards;
        this.elders = elders;
        this.standings = standings;
        this.categories = categories;
        this.stays = stays;
        this.statuses = statuses;
    }

    /// An elder with the facts for policies.
    record Eater(Elder elder, ElderFacts facts) {}

    /// Locks the holder of this card.
    ///
    /// @throws Refused if the card or its elder is not valid
    Eater lock(String cardNumber, Instant at) {
        var day = BusinessDay.of(at).date();
        var card =
                cards.findByCardNumber(cardNumber).orElseThrow(() -> Refused.rule("CARD_UNKNOWN"));
        var state = cards.state(card.cardId(), at).orElse("ACTIVE");
        if (!state.equals("ACTIVE")) {
            throw Refused.rule("CARD_" + state);
        }
        if (card.validTo() != null && day.isAfter(card.validTo())) {
            throw Refused.rule("CARD_EXPIRED");
        }
        var elder =
                elders.lock(card.elderId())
                        .orElseThrow(() -> new IllegalStateException("a card without an elder"));
        var facts = facts(elder, day);
        if (facts.status() != ElderStatus.ACTIVE) {
            throw Refused.rule("ELDER_NOT_ACTIVE");
        }
        return new Eater(elder, facts);
    }

    private ElderFacts facts(Elder elder, LocalDate day) {
        var id = elder.elderId();
        var standing =
                standings
                        .on(id, day)
                        .orElseThrow(() -> new IllegalStateException("an elder of no standing"));
        var status = statuses.on(id, day);
        var state = status.map(s -> ElderStatus.valueOf(s.status())).orElse(ElderStatus.ACTIVE);
        return new ElderFacts(
                elder.birthDate(),
                new Household(
                        Household.Kind.valueOf(standing.householdKind()),
                        new Division(standing.householdDivision())),
                new Division(standing.residenceDivision()),
                categories.findByElderId(id).stream()
                        .filter(held -> holds(held, day))
                        .map(held -> Category.valueOf(held.category()))
                        .collect(Collectors.toSet()),
                standing.careGrade(),
                staysOf(id),
                state,
                state == ElderStatus.DECEASED
                        ? status.map(Entities.Status::validFrom)
                        : Optional.empty());
    }

    private List<Stay> staysOf(long elderId) {
        return stays.findByElderId(elderId).stream()
                .map(stay -> new Stay(stay.validFrom(), Optional.ofNullable(stay.validTo())))
                .toList();
    }

    private static boolean holds(HeldCategory held, LocalDate day) {
        return !held.validFrom().isAfter(day)
                && (held.validTo() == null || !held.validTo().isBefore(day))
                && (held.endedOn() == null || !held.endedOn().isBefore(day));
    }
}

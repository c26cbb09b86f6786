package org.nuancan.elder.record;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Ids;
import org.nuancan.elder.Area;
import org.nuancan.elder.CardEvent;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.CardState;
import org.nuancan.elder.NewElder.NewCard;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.elder.card.CardAnswer;
import org.nuancan.elder.card.CardEntity;
import org.nuancan.elder.card.CardReader;
import org.nuancan.elder.card.CardRepository;
import org.nuancan.elder.change.CardStates;
import org.nuancan.elder.change.ElderChanges;
import org.nuancan.elder.change.ElderLock;

/// Hands out cards and keeps their states.
@Singleton
public class CardService {

    /// What became of a request about a card.
    public sealed interface Outcome {

        /// It is so now.
        record Done(CardAnswer card) implements Outcome {}

        /// The number is some elder's already.
        record Taken() implements Outcome {}

        /// The card is cancelled, for good.
        record Cancelled() implements Outcome {}

        /// A last day before the elder's birth.
        record DayImpossible() implements Outcome {}

        /// No such elder or card in the caller's area.
        record NotHere() implements Outcome {}
    }

    private final Clock clock;
    private final ElderChanges changes;
    private final CardRepository cards;
    private final CardReader reader;
    private final CardStates states;
    private final Ids ids;

    CardService(
            Clock clock,
            ElderChanges changes,
            CardRepository cards,
            CardReader reader,
            CardStates states,
            Ids ids) {
        this.clock = clock;
        this.changes = changes;
        this.cards = cards;
        this.reader = reader;
        this.states = states;
        this.ids = ids;
    }

    /// Hands a card to an elder. A number that was handed out is only taken again by the same elder
    /// once it has expired: then the card is renewed.
    @Transactional
    public Outcome issue(long elderId, NewCard card, Area area, String by) {
        var written = new Written(by, clock.instant());
        var lock = changes.lock(elderId, area, written.at());
        if (lock.isEmpty()) {
            return new Outcome.NotHere();
        }
        if (!lock.get().life().canBeValidTo(card.validTo())) {
            return new Outcome.DayImpossible();
        }
        return reader.find(card.number(), written.at())
                .map(known -> renew(lock.get(), known, card, written))
                .orElseGet(() -> insert(lock.get(), card, written));
    }

    private Outcome insert(ElderLock lock, NewCard card, Written written) {
        var row = CardEntity.of(ids.next(), lock.elderId(), card, written);
        try {
            var _ = cards.save(row);
        } catch (DatabaseFailure failure) {
            // Another transaction was faster.
            if (ElderService.isDuplicate(failure, "card_number_once")) {
                return new Outcome.Taken();
            }
            throw failure;
        }
        states.issued(lock, row.cardId(), written);
        return done(card.number(), written);
    }

    private Outcome renew(
            ElderLock lock, CardReader.WithEvent known, NewCard card, Written written) {
        if (known.card().elderId() != lock.elderId()) {
            return new Outcome.Taken();
        }
        if (known.event().at(written.at()) == CardState.CANCELLED) {
            return new Outcome.Cancelled();
        }
        var validTo = Optional.ofNullable(known.card().validTo());
        if (validTo.filter(lock.today()::isAfter).isEmpty()) {
            return new Outcome.Taken();
        }
        cards.renew(known.card().cardId(), card.kind(), card.validTo().orElse(null));
        states.issued(lock, known.card().cardId(), written);
        return done(card.number(), written);
    }

    /// Changes the state of a card from now on.
    @Transactional
    public Outcome state(CardNumber number, NewState newState, Area area, String by) {
        var written = new Written(by, clock.instant());
        var lock =
                cards.findByCardNumber(number.value())
                        .flatMap(card -> changes.lock(card.elderId(), area, written.at()));
        if (lock.isEmpty()) {
            return new Outcome.NotHere();
        }
        var known = reader.find(number, written.at()).orElseThrow();
        return switch (known.event().wish(newState.state(), newState.inWriting(), written.at())) {
            case CardEvent.Answer.AsItWas() -> done(number, written);
            case CardEvent.Answer.Cancelled() -> new Outcome.Cancelled();
            case CardEvent.Answer.Becomes(var event) -> {
                states.append(lock.get(), known, event, newState.reason(), written);
                yield done(number, written);
            }
        };
    }

    /// A state that a card should have.
    ///
    /// @param inWriting whether somebody signed for it
    /// @param reason may be empty
    public record NewState(CardState state, boolean inWriting, String reason) {}

    private Outcome done(CardNumber number, Written written) {
        var known = reader.find(number, written.at()).orElseThrow();
        return new Outcome.Done(CardAnswer.of(known.card(), known.event(), written.at()));
    }
}

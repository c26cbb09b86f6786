package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.elder.NewElder.NewCard;
import org.nuancan.elder.NewElder.Written;

/// Hands out cards and keeps their states.
@Singleton
final class CardRegister {

    /// A card with the entry of its history that holds at an instant, the one parameter.
    static final String CARDS_AS_OF =
            """
            select c.card_id, c.card_number, c.elder_id, c.kind, c.valid_to, c.issued_at,
                   s.state, s.from_at, s.in_writing, s.lapses_at, s.lapses_to
            from card c
            left join card_state s on s.card_id = c.card_id and s.number =
                (select max(x.number) from card_state x
                 where x.card_id = c.card_id and x.from_at <= ?)
            """;

    /// What became of a wish about a card.
    sealed interface Outcome {

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

    private record OnFile(long cardId, long elderId, Optional<LocalDate> validTo, CardEvent event) {

        private static OnFile read(Row row) throws SQLException {
            return new OnFile(
                    row.number("card_id"),
                    row.number("elder_id"),
                    row.maybeDate("valid_to"),
                    Cards.event(row));
        }
    }

    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;
    private final Vault vault;
    private final Told told;

    CardRegister(Transactions transactions, Clock clock, Ids ids, Vault vault, Told told) {
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.vault = vault;
        this.told = told;
    }

    /// Hands a card to an elder. A number that was handed out is only taken again by the same elder
    /// once it has expired: then the card is renewed.
    Outcome issue(long elderId, NewCard card, Area area, String by) {
        return transactions.inOne(connection -> {
            var written = new Written(by, clock.instant());
            var lock = ElderLock.take(connection, elderId, area, written.at());
            if (lock.isEmpty()) {
                return new Outcome.NotHere();
            }
            if (!lock.get().life().canBeValidTo(card.validTo())) {
                return new Outcome.DayImpossible();
            }
            var onFile = find(connection, card.number(), written);
            return onFile.isEmpty()
                    ? insert(connection, lock.get(), card, written)
                    : renew(connection, lock.get(), onFile.get(), card, written);
        });
    }

    private Outcome insert(Connection connection, ElderLock lock, NewCard card, Written written)
            throws SQLException {
        var cardId = ids.next();
        try {
            Sql.on(
                            connection,
                            """
                            insert into card
                                (card_id, card_number, elder_id, kind, valid_to, issued_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .with(
                            cardId,
                            card.number().value(),
                            lock.elderId(),
                            card.kind(),
                            card.validTo().orElse(null),
                            written.at())
                    .run();
        } catch (SQLException exception) {
            // Another one was faster by a moment.
            if (ElderRegister.isDuplicate(exception, "card_number_once")) {
                return new Outcome.Taken();
            }
            throw exception;
        }
        lock.changed(connection, ElderChange.Kind.CARD_ISSUED, String.valueOf(cardId), written);
        told.issued(connection, cardId, lock.elderId(), written);
        return done(connection, cardId, written);
    }

    private Outcome renew(
            Connection connection, ElderLock lock, OnFile onFile, NewCard card, Written written)
            throws SQLException {
        if (onFile.elderId != lock.elderId()) {
            return new Outcome.Taken();
        }
        if (onFile.event.at(written.at()) == CardState.CANCELLED) {
            return new Outcome.Cancelled();
        }
        if (onFile.validTo.filter(lock.today()::isAfter).isEmpty()) {
            return new Outcome.Taken();
        }
        Sql.on(connection, "update card set kind = ?, valid_to = ? where card_id = ?")
                .with(card.kind(), card.validTo().orElse(null), onFile.cardId)
                .run();
        lock.changed(
                connection, ElderChange.Kind.CARD_ISSUED, String.valueOf(onFile.cardId), written);
        told.issued(connection, onFile.cardId, lock.elderId(), written);
        return done(connection, onFile.cardId, written);
    }

    /// Changes the state of a card from now on.
    Outcome state(CardNumber number, CardWish wish, Area area, String by) {
        return transactions.inOne(connection -> {
            var written = new Written(by, clock.instant());
            var owner = find(connection, number, written).map(OnFile::elderId);
            if (owner.isEmpty()) {
                return new Outcome.NotHere();
            }
            var lock = ElderLock.take(connection, owner.get(), area, written.at());
            if (lock.isEmpty()) {
                return new Outcome.NotHere();
            }
            // Once more, now that nobody else can change it.
            var onFile = find(connection, number, written).orElseThrow();
            return switch (onFile.event.wish(wish.state(), wish.inWriting(), written.at())) {
                case CardEvent.Answer.AsItWas() -> done(connection, onFile.cardId, written);
                case CardEvent.Answer.Cancelled() -> new Outcome.Cancelled();
                case CardEvent.Answer.Becomes(var event) -> {
                    append(connection, lock.get(), onFile.cardId, event, wish.reason(), written);
                    yield done(connection, onFile.cardId, written);
                }
            };
        });
    }

    /// A wish to change a card.
    ///
    /// @param state what it should become
    /// @param inWriting whether somebody signed for it
    /// @param reason may be empty
    record CardWish(CardState state, boolean inWriting, String reason) {}

    private void append(
            Connection connection,
            ElderLock lock,
            long cardId,
            CardEvent event,
            String reason,
            Written written)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into card_state
                            (card_id, number, from_at, state, in_writing, lapses_at, lapses_to,
                             sealed_reason, set_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(
                        cardId,
                        lock.number(),
                        event.from(),
                        event.state(),
                        event.inWriting(),
                        event.lapse().map(CardEvent.Lapse::at).orElse(null),
                        event.lapse().map(CardEvent.Lapse::to).orElse(null),
                        vault.seal(SealedFields.CARD_REASON, reason, cardId, lock.number()),
                        written.by())
                .run();
        lock.changed(
                connection, ElderChange.Kind.CARD_STATE, cardId + " " + event.state(), written);
        told.card(cardId, ElderChange.Kind.CARD_STATE, event.state().name(), written);
    }

    private static Optional<OnFile> find(Connection connection, CardNumber number, Written written)
            throws SQLException {
        return Sql.on(connection, CARDS_AS_OF + "where c.card_number = ?")
                .with(written.at(), number.value())
                .first(OnFile::read);
    }

    private static Outcome done(Connection connection, long cardId, Written written)
            throws SQLException {
        return Sql.on(connection, CARDS_AS_OF + "where c.card_id = ?")
                .with(written.at(), cardId)
                .one(row -> new Outcome.Done(CardAnswer.read(row, written.at())));
    }
}

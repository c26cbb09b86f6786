package org.nuancan.elder.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Sql;
import org.nuancan.elder.CardNumber;
import org.nuancan.policy.fact.ElderStatus;

/// Queries of a sale about credentials, on the connection of the sale.
final class CredentialQueries {

    private CredentialQueries() {}

    /// Whose a card is.
    record Owner(CardNumber number, long elderId) {}

    /// The holder of an ID number with the status of a day.
    record Holder(long elderId, ElderStatus status) {}

    /// A code with what it is worth on a terminal at an instant.
    ///
    /// @param isUsed whether a checkout has used it
    /// @param isFresh whether it has not expired, or is kept for the terminal
    /// @param status of the elder
    record Code(long codeId, long elderId, boolean isUsed, boolean isFresh, ElderStatus status) {}

    static Later<List<Owner>> owners(RoundTrip trip, Collection<CardNumber> numbers) {
        return trip.ask(
                Sql.on(
                                trip.connection(),
                                "select card_number, elder_id from card where card_number in (??)")
                        .withAll(numbers.stream().map(CardNumber::value).toList()),
                row -> new Owner(new CardNumber(row.text("card_number")), row.number("elder_id")));
    }

    static Later<List<Long>> withIdNumber(RoundTrip trip, byte[] index) {
        return trip.ask(
                Sql.on(trip.connection(), "select elder_id from elder where id_number_index = ?")
                        .with((Object) index),
                row -> row.number("elder_id"));
    }

    static Later<List<Long>> withCode(RoundTrip trip, byte[] nonce) {
        return trip.ask(
                Sql.on(trip.connection(), "select elder_id from elder_code where nonce = ?")
                        .with((Object) nonce),
                row -> row.number("elder_id"));
    }

    static Later<List<Holder>> holder(RoundTrip trip, byte[] index, LocalDate day) {
        return trip.ask(
                Sql.on(
                                trip.connection(),
                                """
                                select i.elder_id, coalesce(e.status, 'ACTIVE') as status
                                from elder i
                                left join elder_status e on e.elder_id = i.elder_id and e.number =
                                    (select max(y.number) from elder_status y
                                     where y.elder_id = i.elder_id and y.valid_from <= ?)
                                where i.id_number_index = ?
                                """)
                        .with(day, index),
                row -> new Holder(row.number("elder_id"), row.name("status", ElderStatus.class)));
    }

    /// @param day of the instant
    static Later<List<Code>> code(
            RoundTrip trip, byte[] nonce, String terminal, Instant at, LocalDate day) {
        return trip.ask(
                Sql.on(
                                trip.connection(),
                                """
                                select c.code_id, c.elder_id, c.expires_at, c.order_id,
                                       k.kept_until, coalesce(e.status, 'ACTIVE') as status
                                from elder_code c
                                left join elder_code_kept k
                                    on k.code_id = c.code_id and k.terminal = ?
                                left join elder_status e on e.elder_id = c.elder_id and e.number =
                                    (select max(y.number) from elder_status y
                                     where y.elder_id = c.elder_id and y.valid_from <= ?)
                                where c.nonce = ?
                                """)
                        .with(terminal, day, nonce),
                row ->
                        new Code(
                                row.number("code_id"),
                                row.number("elder_id"),
                                row.maybeNumber("order_id").isPresent(),
                                at.isBefore(row.instant("expires_at"))
                                        || row.maybeInstant("kept_until")
                                                .filter(at::isBefore)
                                                .isPresent(),
                                row.name("status", ElderStatus.class)));
    }

    /// Uses up a code that is not used; changes 0 rows if it is. The row exists, so that this waits
    /// for the first one and never for a gap.
    static Later<Integer> redeem(
            RoundTrip trip, long codeId, long orderId, String terminal, Instant at) {
        return trip.count(
                Sql.on(
                                trip.connection(),
                                """
                                update elder_code
                                set order_id = ?, terminal = ?, used_at = ?
                                where code_id = ? and order_id is null
                                """)
                        .with(orderId, terminal, at, codeId));
    }
}

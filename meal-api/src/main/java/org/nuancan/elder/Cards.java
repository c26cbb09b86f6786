package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.policy.ElderStatus;

/// Cards as the offline pack needs them: all of a district at once.
@Singleton
public final class Cards {

    /// A card of a district.
    ///
    /// @param number the card's number
    /// @param elderId whose it is
    /// @param problem why it is not usable; empty if it is
    public record OfDistrict(CardNumber number, long elderId, Optional<UnusableReason> problem) {}

    /// Takes cards one after another.
    @FunctionalInterface
    public interface Taker {

        /// @throws SQLException as the driver throws it
        void take(OfDistrict card) throws SQLException;
    }

    /// Hands over the cards of a home district, as they stand at an instant, in the order of the
    /// elders and without holding them. While it runs, `connection` serves nothing else.
    public void ofDistrict(Connection connection, String districtCode, Instant at, Taker taker)
            throws SQLException {
        var day = BusinessDay.of(at).date();
        Sql.on(
                        connection,
                        """
                        select c.card_number, c.elder_id, c.valid_to, c.issued_at,
                               s.state, s.from_at, s.in_writing, s.lapses_at, s.lapses_to,
                               e.status
                        from elder i
                        join card c on c.elder_id = i.elder_id
                        left join card_state s on s.card_id = c.card_id and s.number =
                            (select max(x.number) from card_state x
                             where x.card_id = c.card_id and x.from_at <= ?)
                        left join elder_status e on e.elder_id = i.elder_id and e.number =
                            (select max(y.number) from elder_status y
                             where y.elder_id = i.elder_id and y.valid_from <= ?)
                        where i.district_code = ?
                        order by i.elder_id, c.card_id
                        """)
                .with(at, day, districtCode)
                .each(row -> taker.take(ofDistrict(row, at, day)));
    }

    private static OfDistrict ofDistrict(Row row, Instant at, LocalDate day) throws SQLException {
        var status = row.maybeText("status").map(ElderStatus::valueOf).orElse(ElderStatus.ACTIVE);
        return new OfDistrict(
                new CardNumber(row.text("card_number")),
                row.number("elder_id"),
                problem(event(row).at(at), row.maybeDate("valid_to"), status, day));
    }

    /// Why a card is not usable; the card's own reasons come before the elder's.
    static Optional<UnusableReason> problem(
            CardState state, Optional<LocalDate> validTo, ElderStatus status, LocalDate day) {
        return switch (state) {
            case LOST -> Optional.of(UnusableReason.CARD_LOST);
            case FROZEN -> Optional.of(UnusableReason.CARD_FROZEN);
            case CANCELLED -> Optional.of(UnusableReason.CARD_CANCELLED);
            case ACTIVE -> {
                if (validTo.isPresent() && day.isAfter(validTo.get())) {
                    yield Optional.of(UnusableReason.CARD_EXPIRED);
                }
                yield status == ElderStatus.ACTIVE
                        ? Optional.empty()
                        : Optional.of(UnusableReason.ELDER_NOT_ACTIVE);
            }
        };
    }

    /// The entry of the history that a row holds, or that the card was issued.
    static CardEvent event(Row row) throws SQLException {
        var state = row.maybeText("state");
        if (state.isEmpty()) {
            return CardEvent.issued(row.instant("issued_at"));
        }
        var lapse =
                row.maybeInstant("lapses_at").isEmpty()
                        ? Optional.<CardEvent.Lapse>empty()
                        : Optional.of(
                                new CardEvent.Lapse(
                                        row.instant("lapses_at"),
                                        row.name("lapses_to", CardState.class)));
        return new CardEvent(
                CardState.valueOf(state.get()),
                row.instant("from_at"),
                row.flag("in_writing"),
                lapse);
    }
}

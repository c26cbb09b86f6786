package org.nuancan.elder.card;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.elder.CardKind;
import org.nuancan.elder.CardState;
import org.nuancan.elder.UnusableReason;
import org.nuancan.policy.fact.ElderStatus;

/// Cards of elders; [CardStateRepository] has their states.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface CardRepository extends CrudRepository<CardEntity, Long> {

    /// A card with the states that it and its elder have at an instant.
    ///
    /// @param status null for an elder without any
    @Introspected
    record CardAsOf(
            long cardId,
            String cardNumber,
            long elderId,
            @Nullable LocalDate validTo,
            CardState state,
            @Nullable ElderStatus status) {

        /// Why the card is not usable on a day.
        public Optional<UnusableReason> problem(LocalDate day) {
            return Cards.problem(
                    state,
                    Optional.ofNullable(validTo),
                    Optional.ofNullable(status).orElse(ElderStatus.ACTIVE),
                    day);
        }
    }

    Optional<CardEntity> findByCardNumber(String cardNumber);

    @Query("select * from card where elder_id in (:elderIds) order by card_id")
    List<CardEntity> list(Collection<Long> elderIds);

    /// Which of these card numbers are some elder's.
    @Query("select card_number from card where card_number in (:numbers)")
    List<String> known(Collection<String> numbers);

    /// What a card is worth at an instant, see [CardEvent#at].
    ///
    /// @param day of the instant
    @Query(
            """
            select c.card_id, c.card_number, c.elder_id, c.valid_to,
                   if(s.lapses_at <= :at, s.lapses_to, coalesce(s.state, 'ACTIVE')) as state,
                   e.status
              from card c
              left join card_state s on s.card_id = c.card_id and s.number =
                   (select max(x.number) from card_state x
                     where x.card_id = c.card_id and x.from_at <= :at)
              left join elder_status e on e.elder_id = c.elder_id and e.number =
                   (select max(y.number) from elder_status y
                     where y.elder_id = c.elder_id and y.valid_from <= :day)
             where c.card_number = :number
            """)
    Optional<CardAsOf> asOf(String number, @UtcMicros Instant at, LocalDate day);

    /// As [#asOf], for all cards of the elders of a home district with ids from `first` to `last`,
    /// in the order of the elders and their cards. A limit would not make the query cheaper: MySQL
    /// joins and sorts all rows before it.
    @Query(
            """
            select c.card_id, c.card_number, c.elder_id, c.valid_to,
                   if(s.lapses_at <= :at, s.lapses_to, coalesce(s.state, 'ACTIVE')) as state,
                   e.status
              from elder i
              join card c on c.elder_id = i.elder_id
              left join card_state s on s.card_id = c.card_id and s.number =
                   (select max(x.number) from card_state x
                     where x.card_id = c.card_id and x.from_at <= :at)
              left join elder_status e on e.elder_id = i.elder_id and e.number =
                   (select max(y.number) from elder_status y
                     where y.elder_id = i.elder_id and y.valid_from <= :day)
             where i.district_code = :districtCode
               and i.elder_id between :first and :last
             order by i.elder_id, c.card_id
            """)
    List<CardAsOf> ofDistrict(
            String districtCode, @UtcMicros Instant at, LocalDate day, long first, long last);

    @Query("update card set kind = :kind, valid_to = :validTo where card_id = :cardId")
    void renew(long cardId, CardKind kind, @Nullable LocalDate validTo);

    boolean existsByCardIdAndValidToLessThanEquals(long cardId, LocalDate day);
}

package org.nuancan.elder.card;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.nuancan.db.UtcMicros;

/// States of cards, numbered by the changes that set them.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface CardStateRepository extends CrudRepository<CardStateEntity, CardStateEntity.Key> {

    /// The states that hold at an instant; a card without one is as it was issued.
    @Query(
            """
            select s.*
              from card_state s
             where s.card_id in (:cardIds)
               and s.number =
                   (select max(x.number) from card_state x
                     where x.card_id = s.card_id and x.from_at <= :at)
            """)
    List<CardStateEntity> asOf(Collection<Long> cardIds, @UtcMicros Instant at);
}

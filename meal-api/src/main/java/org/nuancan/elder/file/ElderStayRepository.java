package org.nuancan.elder.file;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stays of elders in institutions and hospitals; the place is sealed.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ElderStayRepository extends CrudRepository<ElderStayEntity, Long> {

    @Query(
            """
            select * from elder_stay
             where elder_id in (:elderIds)
             order by elder_id, valid_from
            """)
    List<ElderStayEntity> list(Collection<Long> elderIds);

    /// Adds a stay; one of the elder that begins the same day is written over.
    @Query(
            """
            insert into elder_stay (stay_id, elder_id, valid_from, valid_to, sealed_place)
            values (:stayId, :elderId, :from, :to, :sealedPlace)
            on duplicate key update
                valid_to = values(valid_to), sealed_place = values(sealed_place)
            """)
    void put(long stayId, long elderId, LocalDate from, @Nullable LocalDate to, byte[] sealedPlace);
}

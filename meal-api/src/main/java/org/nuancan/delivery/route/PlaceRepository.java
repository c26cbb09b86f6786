package org.nuancan.delivery.route;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PlaceRepository extends CrudRepository<PlaceEntity, String> {

    /// The centre of the known places of a division.
    @Introspected
    record Middle(String division, int latitudeMicro, int longitudeMicro) {}

    /// Adds the place of an address or overwrites it.
    @Query(
            """
            insert into delivery_place
                (address, division, latitude_micro, longitude_micro, learned_at)
            values (:address, :division, :latitudeMicro, :longitudeMicro, :at)
            on duplicate key update latitude_micro = values(latitude_micro),
                longitude_micro = values(longitude_micro),
                learned_at = values(learned_at)
            """)
    void learn(
            String address,
            String division,
            int latitudeMicro,
            int longitudeMicro,
            @UtcMicros Instant at);

    List<PlaceEntity> findByAddressIn(Collection<String> addresses);

    /// The centres of divisions, from places within a range of latitude and longitude.
    @Query(
            """
            select division, cast(avg(latitude_micro) as signed) as latitude_micro,
                   cast(avg(longitude_micro) as signed) as longitude_micro
              from delivery_place
             where division in (:divisions)
               and latitude_micro between :south and :north
               and longitude_micro between :west and :east
             group by division
            """)
    List<Middle> middles(Collection<String> divisions, int south, int north, int west, int east);
}

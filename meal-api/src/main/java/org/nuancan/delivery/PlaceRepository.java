package org.nuancan.delivery;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PlaceRepository extends CrudRepository<PlaceEntity, String> {

    /// The middle of what is known of a street.
    @Introspected
    record Middle(String division, int latitude, int longitude) {}

    /// Adds where an address lies, or overwrites it.
    @Query(
            """
            insert into delivery_place
                (address, division, latitude_micro, longitude_micro, learned_at)
            values (:hash, :street, :latitude, :longitude, :at)
            on duplicate key update latitude_micro = values(latitude_micro),
                longitude_micro = values(longitude_micro), learned_at = values(learned_at)
            """)
    void learn(String hash, String street, int latitude, int longitude, @UtcMicros Instant at);

    @Query("select * from delivery_place where address in (:hashes)")
    List<PlaceEntity> list(List<String> hashes);

    /// The middles of streets, of places within a rectangle.
    @Query(
            """
            select division, cast(avg(latitude_micro) as signed) as latitude,
                   cast(avg(longitude_micro) as signed) as longitude
              from delivery_place
             where division in (:streets)
               and latitude_micro between :south and :north
               and longitude_micro between :west and :east
             group by division
            """)
    List<Middle> listMiddles(List<String> streets, int south, int north, int west, int east);
}

package org.nuancan.delivery.photo;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.UtcMicros;

/// Photos of orders by hash, without their bytes.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface PhotoRepository extends CrudRepository<PhotoEntity, String> {

    List<PhotoEntity> findByPhotoOrPicture(String photo, String picture);

    int countByOrderId(long orderId);

    boolean existsByPhotoAndOrderId(String photo, long orderId);

    @Query("select count(*) from delivery_order_photo where taken_at < :before")
    long countBefore(@UtcMicros Instant before);

    /// Photos that were taken before an instant, by hash.
    ///
    /// @param after only hashes after this one
    @Query(
            """
            select * from delivery_order_photo
             where taken_at < :before and photo > :after
             order by photo
             limit :most
            """)
    List<PhotoEntity> listBefore(@UtcMicros Instant before, String after, int most);
}

package org.nuancan.kitchen.batch;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SampleRepository extends CrudRepository<SampleEntity, Long> {

    /// The samples kept of the batches of some days.
    @Query(
            """
            select s.*
              from kitchen_sample s
              join kitchen_batch b on b.batch_id = s.batch_id
             where b.site_id = :siteId and b.service_date between :from and :to
             order by s.sample_id
            """)
    List<SampleEntity> list(long siteId, LocalDate from, LocalDate to);
}

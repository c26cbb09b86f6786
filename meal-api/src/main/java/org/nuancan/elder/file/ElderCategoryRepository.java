package org.nuancan.elder.file;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// Categories of elders with their days; the evidence is sealed.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ElderCategoryRepository extends CrudRepository<ElderCategoryEntity, Long> {

    /// Categories on the records of elders, without those that were taken off.
    @Query(
            """
            select * from elder_category
             where elder_id in (:elderIds) and ended_on is null
             order by elder_id, valid_from, category_id
            """)
    List<ElderCategoryEntity> list(Collection<Long> elderIds);

    /// Takes a category off the record; its last day is `endedOn`.
    @Query("update elder_category set ended_on = :endedOn where category_id = :categoryId")
    void end(long categoryId, LocalDate endedOn);

    void updateByCategoryId(long categoryId, byte[] sealedEvidence);
}

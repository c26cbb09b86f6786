package org.nuancan.ordering.loss;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LossBearerRepository extends CrudRepository<LossBearerEntity, LossBearerEntity.Key> {

    @Query("select * from loss_bearer order by reason, version")
    List<LossBearerEntity> list();

    /// The versions of a reason, oldest first, with their rows locked until the transaction ends.
    @Query("select version from loss_bearer where reason = :reason order by version for update")
    List<Integer> lockVersions(LossReason reason);

    /// The version of a reason that applies on a service date.
    @Query(
            """
            select * from loss_bearer
             where reason = :reason and effective_from <= :date
               and (effective_to is null or effective_to >= :date)
             order by version desc
             limit 1
            """)
    Optional<LossBearerEntity> findInForce(LossReason reason, LocalDate date);
}

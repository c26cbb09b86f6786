package org.nuancan.policy.book;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PolicyVersionRepository
        extends CrudRepository<PolicyVersionEntity, PolicyVersionEntity.Key> {

    @Query("select * from policy_version where code = :code and version = :version for update")
    Optional<PolicyVersionEntity> lock(String code, int version);

    @Query("select * from policy_version where released_by is not null order by code, version")
    List<PolicyVersionEntity> listReleased();

    /// Versions after a given one, sorted by code and version.
    ///
    /// @param division the owner is inside this division or contains it; null for all
    @Query(
            """
            select *
              from policy_version
             where (code > :code or code = :code and version > :version)
               and (:division is null or owner like concat(:division, '%')
                    or :division like concat(owner, '%'))
             order by code, version
             limit :most
            """)
    List<PolicyVersionEntity> list(String code, int version, @Nullable String division, int most);

    @Query(
            """
            update policy_version set released_by = :by, released_at = :at
             where code = :code and version = :version and released_by is null
            """)
    void release(String code, int version, String by, @UtcMicros Instant at);

    @Query(
            """
            update policy_version set effective_to = :last
             where code = :code and version = :version and released_by is not null
            """)
    void end(String code, int version, LocalDate last);
}

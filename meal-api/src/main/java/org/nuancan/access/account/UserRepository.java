package org.nuancan.access.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists accounts of users.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface UserRepository extends GenericRepository<AccountEntity, String> {

    /// Users with names after `after`, by name. A null value does not filter.
    ///
    /// @param area the division of their scope
    /// @param managedBy the provider whose manager administers them, as in [Administration#shows]
    /// @param within another division of their scope
    /// @param belongsTo a provider's or site's id
    /// @param pattern of the name or the display name, with `!` before a literal `%`, `_` or `!`.
    ///   The column of names is ASCII; the pattern may have other characters.
    @Query(
            """
            select * from account a
             where a.role <> 'POS_TERMINAL' and a.name > :after
               and (:area is null or a.area like concat(:area, '%'))
               and (:managedBy is null
                    or a.role in ('DISPATCHER', 'RIDER') and a.provider_id = :managedBy
                    or a.role = 'KITCHEN_STAFF' and a.site_id in
                       (select s.site_id from site s where s.provider_id = :managedBy))
               and (:role is null or a.role = :role)
               and (:within is null or a.area like concat(:within, '%'))
               and (:belongsTo is null or a.provider_id = :belongsTo or a.site_id = :belongsTo)
               and (:pattern is null
                    or convert(a.name using utf8mb4) like :pattern escape '!'
                    or a.display_name like :pattern escape '!')
             order by a.name limit :most
            """)
    List<AccountEntity> list(
            @Nullable String area,
            @Nullable Long managedBy,
            @Nullable String role,
            @Nullable String within,
            @Nullable String belongsTo,
            @Nullable String pattern,
            String after,
            int most);

    /// Riders who may sign in, with names after `after`, by name. A null value does not filter.
    ///
    /// @param area the district of their provider
    @Query(
            """
            select * from account
             where role = 'RIDER' and disabled_at is null and name > :after
               and (:area is null or area like concat(:area, '%'))
               and (:providerId is null or provider_id = :providerId)
             order by name limit :most
            """)
    List<AccountEntity> listRiders(
            @Nullable String area, @Nullable Long providerId, String after, int most);

    /// Names of a provider's riders who may sign in, sorted.
    @Query(
            """
            select name
              from account
             where provider_id = :providerId and role = 'RIDER' and disabled_at is null
             order by name
            """)
    List<String> findRiders(long providerId);
}

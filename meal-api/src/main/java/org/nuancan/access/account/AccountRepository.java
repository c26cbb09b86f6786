package org.nuancan.access.account;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// Finds and changes accounts; [UserRepository] lists those of users. Before a change the caller
/// must lock the row.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface AccountRepository extends CrudRepository<AccountEntity, String> {

    /// A user's name as shown to people.
    @Introspected
    record DisplayName(String name, String displayName) {}

    /// As [#findById], with the row locked until the transaction ends.
    @Query("select * from account where name = :name for update")
    Optional<AccountEntity> lock(String name);

    /// The first accounts of a role by time of creation, including disabled ones; locked.
    @Query(
            """
            select name from account where role = :role
             order by created_at, name limit :most for update
            """)
    List<String> lockFirst(String role, int most);

    /// Accounts of a role that are in use, except for two of them.
    @Query(
            """
            select name from account
             where role = :role and disabled_at is null and pending_since is null
               and name not in (:one, :other)
             limit 1
            """)
    Optional<String> findOther(String role, String one, String other);

    /// The terminals of a site with names after `after`, by name.
    @Query(
            """
            select * from account
             where site_id = :siteId and role = 'POS_TERMINAL' and name > :after
             order by name limit :most
            """)
    List<AccountEntity> listTerminals(long siteId, String after, int most);

    @Query("select name, display_name from account where name in (:names)")
    List<DisplayName> findDisplayNames(List<String> names);

    @Query("select name from account limit 1")
    Optional<String> findAny();

    /// Disables an account; null for both values enables it again.
    @Query(
            """
            update account set disabled_at = :disabledAt, disabled_by = :disabledBy
             where name = :name
            """)
    void disable(String name, @Nullable @UtcMicros Instant disabledAt, @Nullable String disabledBy);

    @Query("update account set display_name = :displayName where name = :name")
    void rename(String name, String displayName);

    @Query(
            """
            update account
               set role = :role, district_code = :districtCode, street_code = :streetCode,
                   provider_id = :providerId, site_id = :siteId, area = :area
             where name = :name
            """)
    void move(
            String name,
            String role,
            @Nullable String districtCode,
            @Nullable String streetCode,
            @Nullable String providerId,
            @Nullable String siteId,
            String area);

    @Query(
            """
            update account set secret_hash = :secretHash, changes_password = :changesPassword
             where name = :name
            """)
    void setSecret(String name, String secretHash, boolean changesPassword);

    @Query("update account set epoch = epoch + 1 where name = :name")
    void nextEpoch(String name);

    @Query(
            """
            update account
               set version = version + 1, changed_at = :changedAt, changed_by = :changedBy
             where name = :name
            """)
    void nextVersion(String name, @UtcMicros Instant changedAt, String changedBy);

    /// Marks an account as pending, or as confirmed; exactly one of the two values is null.
    @Query(
            """
            update account set pending_since = :pendingSince, confirmed_by = :confirmedBy
             where name = :name
            """)
    void setPending(
            String name, @Nullable @UtcMicros Instant pendingSince, @Nullable String confirmedBy);
}

package org.nuancan.menu;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import org.nuancan.db.UtcMicros;
import org.nuancan.policy.fact.Slot;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MenuRepository extends CrudRepository<MenuEntity, MenuEntity.Key> {

    /// Adds the menu or overwrites it; either way its row is locked until the transaction ends.
    @Query(
            """
            insert into menu (site_id, menu_date, slot, order_until, set_by, set_at)
            values (:siteId, :date, :slot, :orderUntil, :by, :now)
            on duplicate key update order_until = values(order_until),
                set_by = values(set_by), set_at = values(set_at)
            """)
    void set(
            long siteId,
            LocalDate date,
            Slot slot,
            @UtcMicros Instant orderUntil,
            String by,
            @UtcMicros Instant now);
}

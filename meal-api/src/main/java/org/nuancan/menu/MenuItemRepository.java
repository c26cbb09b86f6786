package org.nuancan.menu;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.policy.fact.Slot;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MenuItemRepository extends CrudRepository<MenuItemEntity, MenuItemEntity.Key> {

    /// The dishes of a menu in the site's order.
    @Query(
            """
            select * from menu_item
             where site_id = :siteId and menu_date = :date and slot = :slot
             order by position, sku
            """)
    List<MenuItemEntity> list(long siteId, LocalDate date, Slot slot);

    /// As [#list], with the rows locked until the transaction ends.
    @Query(
            """
            select * from menu_item
             where site_id = :siteId and menu_date = :date and slot = :slot
             order by position, sku
               for update
            """)
    List<MenuItemEntity> lock(long siteId, LocalDate date, Slot slot);

    @Query(
            """
            delete from menu_item
             where site_id = :siteId and menu_date = :date and slot = :slot
            """)
    void delete(long siteId, LocalDate date, Slot slot);

    /// Takes portions if enough are left.
    ///
    /// @return number of changed rows: 0 if too few are left
    @Query(
            """
            update menu_item set ordered = ordered + :portions
             where site_id = :siteId and menu_date = :date and slot = :slot and sku = :sku
               and ordered + :portions <= portions
            """)
    int take(long siteId, LocalDate date, Slot slot, String sku, int portions);

    /// Counts portions as ordered, even if too few are left; a negative number gives portions back.
    @Query(
            """
            update menu_item set ordered = ordered + :portions
             where site_id = :siteId and menu_date = :date and slot = :slot and sku = :sku
            """)
    void count(long siteId, LocalDate date, Slot slot, String sku, int portions);
}

package org.nuancan.preorder;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.http.Id;
import org.nuancan.policy.Slot;
import org.nuancan.provider.Areas;

/// Which orders are asked for; what is left out asks nothing.
///
/// @param elderId for whom
/// @param siteId who cooks
/// @param date the service date
/// @param slot which meal
/// @param state how far they have come
@Introspected
record OrderFilter(
        @QueryValue @Nullable Id elderId,
        @QueryValue @Nullable Id siteId,
        @QueryValue @Nullable LocalDate date,
        @QueryValue @Nullable Slot slot,
        @QueryValue @Nullable PreorderState state) {

    List<Preorder> find(
            Connection connection, PreorderRows rows, Caller caller, long after, int limit)
            throws SQLException {
        var area = Areas.of(caller) + "%";
        var elder = elderId == null ? null : elderId.value();
        var site = siteId == null ? null : siteId.value();
        var slotName = slot == null ? null : slot.name();
        var stateName = state == null ? null : state.name();
        return rows.some(
                connection,
                """
                where order_id > ?
                  and (household_division like ? or residence_division like ?)
                  and (? is null or elder_id = ?)
                  and (? is null or site_id = ?)
                  and (? is null or service_date = ?)
                  and (? is null or slot = ?)
                  and (? is null or state = ?)
                order by order_id
                limit ?
                """,
                after,
                area,
                area,
                elder,
                elder,
                site,
                site,
                date,
                date,
                slotName,
                slotName,
                stateName,
                stateName,
                limit);
    }
}

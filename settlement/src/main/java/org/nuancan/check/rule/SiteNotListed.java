package org.nuancan.check.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.nuancan.check.Check;
import org.nuancan.check.CheckCode;
import org.nuancan.check.Finding;
import org.nuancan.check.Scope;

/// Finds grants at sites that were not filed with the district on the service date.
@Singleton
final class SiteNotListed implements Check {

    @Override
    public CheckCode code() {
        return CheckCode.SITE_NOT_LISTED;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        return scope.sql(
                        connection,
                        """
                        select f.order_id, f.provider_id, f.site_id, f.street_code,
                               f.district_code, f.service_date
                          from meal_fact f
                         where :meals and f.listed = 0 and f.granted_fen > 0
                         order by f.order_id
                        """)
                .list(row -> Finding.ofMeal(code(), row, Map.of()));
    }
}

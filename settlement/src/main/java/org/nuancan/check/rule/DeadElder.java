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

/// Finds meals of elders on their day of death or later.
@Singleton
final class DeadElder implements Check {

    @Override
    public CheckCode code() {
        return CheckCode.DEAD_ELDER;
    }

    @Override
    public boolean looksAgain() {
        return true;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        return scope.sql(
                        connection,
                        """
                        select f.order_id, f.provider_id, f.site_id, f.street_code,
                               f.district_code, f.service_date, d.died_on
                          from meal_fact f
                          join death_fact d on d.elder_id = f.elder_id
                         where :meals and f.service_date >= d.died_on
                         order by f.order_id
                        """)
                .list(row ->
                        Finding.ofMeal(
                                code(), row, Map.of("died", row.date("died_on").toString())));
    }
}

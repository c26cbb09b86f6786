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

/// Finds meals at a site of elders who were staying in an institution or hospital, both days
/// included as in the policies.
@Singleton
final class InInstitution implements Check {

    @Override
    public CheckCode code() {
        return CheckCode.IN_INSTITUTION;
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
                               f.district_code, f.service_date, max(s.from_date) as from_date
                          from meal_fact f
                          join stay_fact s on s.elder_id = f.elder_id
                         where :meals and f.service_date >= s.from_date
                           and (s.to_date is null or f.service_date <= s.to_date)
                         group by f.order_id, f.provider_id, f.site_id, f.street_code,
                               f.district_code, f.service_date
                         order by f.order_id
                        """)
                .list(row ->
                        Finding.ofMeal(
                                code(), row, Map.of("since", row.date("from_date").toString())));
    }
}

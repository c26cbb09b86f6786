package org.nuancan.check.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.nuancan.check.Check;
import org.nuancan.check.CheckCode;
import org.nuancan.check.Finding;
import org.nuancan.check.Scope;
import org.nuancan.policy.Side;
import org.nuancan.policy.book.PolicyBook;
import org.nuancan.policy.fact.Bill;

/// Finds sites where `percent` or more of a day's granted meals have a bill between a policy's
/// threshold and `marginFen` above it, which suggests bills made for the subsidy.
@Singleton
final class ThresholdBills implements Check {

    private static final String QUERY =
            "select "
                    + Finding.GROUPED
                    + """
                    , m.service_date, count(*) as meals,
                           sum(m.bill_fen between ? and ?) as just_over
                      from (select f.* from meal_fact f where :meals) m
                     where m.granted_fen > 0 and m.returned = 0
                     group by m.site_id, m.service_date
                    having count(*) >= ? and just_over * 100 >= count(*) * ?
                     order by m.site_id, m.service_date
                    """;

    private final PolicyBook policies;

    ThresholdBills(PolicyBook policies) {
        this.policies = policies;
    }

    @Override
    public CheckCode code() {
        return CheckCode.THRESHOLD_BILLS;
    }

    @Override
    public List<Finding> find(Connection connection, Scope scope) throws SQLException {
        var found = new ArrayList<Finding>();
        for (var threshold : thresholds(scope)) {
            found.addAll(findingsAt(connection, scope, threshold));
        }
        return found;
    }

    /// The minimum bills of the policies in force.
    private SortedSet<Long> thresholds(Scope scope) {
        var thresholds = new TreeSet<Long>();
        policies.inForce(scope.day()).stream()
                .filter(policy -> policy.side() == Side.DINER)
                .flatMap(policy -> policy.conditions().bill().stream())
                .flatMapToLong(ThresholdBills::minimums)
                .forEach(thresholds::add);
        return thresholds;
    }

    private static LongStream minimums(Bill bill) {
        return LongStream.concat(
                Stream.of(bill.moreThanFen())
                        .flatMapToLong(more -> more.stream().map(fen -> fen + 1)),
                bill.atLeastFen().stream());
    }

    private List<Finding> findingsAt(Connection connection, Scope scope, long threshold)
            throws SQLException {
        var parameters = scope.parameters();
        var until = threshold + parameters.of(code(), "marginFen");
        var sql = QUERY.replace("between ? and ?", "between %d and %d".formatted(threshold, until));
        return scope.sql(connection, sql)
                .with(parameters.of(code(), "atLeastMeals"))
                .with(parameters.of(code(), "percent"))
                .list(row ->
                        Finding.ofPattern(
                                code(),
                                "site %d %s %d"
                                        .formatted(
                                                row.number("site_id"),
                                                row.date("service_date"),
                                                threshold),
                                row,
                                Map.of(
                                        "meals", Long.toString(row.number("meals")),
                                        "justOver", Long.toString(row.number("just_over")),
                                        "yuan", yuan(threshold))));
    }

    static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}

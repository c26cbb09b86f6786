package org.nuancan.check;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.db.Row;

/// A suspicious fact that a check found.
///
/// @param subject identity of the finding within a check: found again, it is the same finding
/// @param at place and day
/// @param orderId order of the meal, if it is about one
/// @param facts values for the explanation
public record Finding(
        CheckCode code,
        String subject,
        FoundAt at,
        Optional<Long> orderId,
        Map<String, String> facts) {

    /// Copies the facts.
    public Finding {
        facts = Map.copyOf(facts);
    }

    /// A finding about one meal.
    public static Finding ofMeal(CheckCode code, Row row, Map<String, String> facts)
            throws SQLException {
        var order = row.number("order_id");
        return new Finding(code, "order " + order, FoundAt.read(row), Optional.of(order), facts);
    }

    /// A finding about a site, a terminal or an elder over some time.
    public static Finding ofPattern(
            CheckCode code, String subject, Row row, Map<String, String> facts)
            throws SQLException {
        return new Finding(code, subject, FoundAt.read(row), Optional.empty(), facts);
    }

    /// The facts as they are stored: `name=value`, a line each, in order of their names.
    String factText() {
        return String.join(
                "\n",
                new TreeMap<>(facts)
                        .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }

    /// The columns that [FoundAt#read] reads, of meals grouped by site and service date.
    public static final String GROUPED =
            """
            max(m.provider_id) as provider_id, m.site_id, max(m.street_code) as street_code,
            max(m.district_code) as district_code\
            """;
}

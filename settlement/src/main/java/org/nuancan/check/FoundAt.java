package org.nuancan.check;

import java.sql.SQLException;
import java.time.LocalDate;
import org.nuancan.db.Row;

/// The place and day of a finding.
///
/// @param street 9 digits, the site's
/// @param district 6 digits, the provider's
/// @param serviceDate the day of the meal; for a pattern, its last day
public record FoundAt(
        long providerId, long siteId, String street, String district, LocalDate serviceDate) {

    /// Reads `provider_id`, `site_id`, `street_code`, `district_code`, `service_date`.
    static FoundAt read(Row row) throws SQLException {
        return new FoundAt(
                row.number("provider_id"),
                row.number("site_id"),
                row.text("street_code"),
                row.text("district_code"),
                row.date("service_date"));
    }
}

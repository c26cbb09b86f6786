package org.nuancan.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.db.Sql;

/// Parameters of the checks in a district on a day. A district's own value replaces the general
/// one; of each the latest that has begun is used.
public final class Parameters {

    private record Name(CheckCode code, String name) {}

    private record Value(Name name, long value) {}

    private final Map<Name, Long> values;

    private Parameters(Map<Name, Long> values) {
        this.values = values;
    }

    static Parameters of(Connection connection, String district, LocalDate day)
            throws SQLException {
        var values = new HashMap<Name, Long>();
        Sql.on(
                        connection,
                        """
                        select code, name, value
                          from check_parameter
                         where district_code in ('', ?) and from_date <= ?
                         order by district_code, from_date
                        """)
                .with(district, day)
                .list(row ->
                        new Value(
                                new Name(row.name("code", CheckCode.class), row.text("name")),
                                row.number("value")))
                .forEach(parameter -> values.put(parameter.name(), parameter.value()));
        return new Parameters(values);
    }

    /// @throws IllegalStateException if there is no value
    public long of(CheckCode code, String name) {
        var value = values.get(new Name(code, name));
        if (value == null) {
            throw new IllegalStateException("no parameter " + name + " of " + code);
        }
        return value;
    }

    Severity severity(CheckCode code) {
        return of(code, "holds") == 1 ? Severity.HOLD : Severity.NOTE;
    }
}

package org.nuancan.check;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.audit.AuditLog;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Parameters of the checks: general values and a district's own values, each from a day on. Values
/// of past days never change: a day is checked by the values that were set when it began.
@Singleton
public final class CheckParameters {

    /// A value.
    ///
    /// @param district empty for the general value
    /// @param name as in the check; `holds` is 1 if found lines are put on hold
    public record Parameter(
            CheckCode code, Optional<String> district, String name, LocalDate from, long value) {}

    /// Outcome of a request to set a value.
    public enum Outcome {
        SET,
        /// The check has no parameter of this name.
        UNKNOWN,
        /// The day has begun or is past.
        BEGUN,
        /// It is not within [#range].
        OUT_OF_RANGE
    }

    /// Allowed values of a parameter.
    ///
    /// @param least minimum, included
    /// @param most maximum, included
    public record Range(long least, long most) {

        boolean holds(long value) {
            return value >= least && value <= most;
        }
    }

    /// Allowed values of parameters with a name, in all checks. A check that reads past days reads
    /// at least one day and at most a leap year: a longer range could leave the range of dates and
    /// delay a close. `cards` is at least 2, since a single card is no pattern.
    public static Range range(String name) {
        return switch (name) {
            case "holds" -> new Range(0, 1);
            case "days" -> new Range(1, 366);
            case "cards" -> new Range(2, 1_000_000);
            default -> new Range(0, 1_000_000);
        };
    }

    private final Transactions transactions;
    private final AuditLog log;
    private final Clock clock;

    CheckParameters(Transactions transactions, AuditLog log, Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.clock = clock;
    }

    /// All general values and those of a district, past ones included, by check, name and day.
    ///
    /// @param district empty for the values of all districts
    public List<Parameter> list(Optional<String> district) {
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                """
                                select code, district_code, name, from_date, value
                                  from check_parameter
                                 where ? is null or district_code in ('', ?)
                                 order by code, name, district_code, from_date
                                """)
                        .with(district.orElse(null), district.orElse(null))
                        .list(CheckParameters::read));
    }

    private static Parameter read(Row row) throws SQLException {
        return new Parameter(
                row.name("code", CheckCode.class),
                Optional.of(row.text("district_code")).filter(code -> !code.isEmpty()),
                row.text("name"),
                row.date("from_date"),
                row.number("value"));
    }

    /// Sets a value from a day after today on.
    public Outcome set(Parameter parameter, String by) {
        return transactions.inOne(connection -> set(connection, parameter, by));
    }

    private Outcome set(Connection connection, Parameter parameter, String by) throws SQLException {
        if (!isKnown(connection, parameter)) {
            return Outcome.UNKNOWN;
        }
        if (!range(parameter.name()).holds(parameter.value())) {
            return Outcome.OUT_OF_RANGE;
        }
        if (!parameter.from().isAfter(BusinessDay.today(clock).date())) {
            return Outcome.BEGUN;
        }
        var district = parameter.district().orElse("");
        Sql.on(
                        connection,
                        """
                        insert into check_parameter (code, district_code, name, from_date, value)
                        values (?, ?, ?, ?, ?)
                        on duplicate key update value = values(value)
                        """)
                .with(
                        parameter.code(),
                        district,
                        parameter.name(),
                        parameter.from(),
                        parameter.value())
                .run();
        log.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.CHECK,
                                by,
                                "PARAMETER_SET",
                                "%s %s".formatted(parameter.code(), parameter.name()),
                                "%s from %s: %d"
                                        .formatted(
                                                district.isEmpty() ? "everybody" : district,
                                                parameter.from(),
                                                parameter.value()),
                                AuditLog.Content.at(district))));
        return Outcome.SET;
    }

    private static boolean isKnown(Connection connection, Parameter parameter) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select 1 from check_parameter
                         where code = ? and district_code = '' and name = ?
                         limit 1
                        """)
                .with(parameter.code(), parameter.name())
                .exists();
    }
}

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

/// How strict the checks are: everybody's values and a district's own, each from a day on. What is
/// over is never changed: a day is checked by the values that it began with.
@Singleton
public final class CheckParameters {

    /// A value.
    ///
    /// @param district empty for everybody's
    /// @param name as the check calls it; `holds` is 1 where found lines are put on hold
    public record Parameter(
            CheckCode code, Optional<String> district, String name, LocalDate from, long value) {}

    /// What became of the wish to set one.
    public enum Outcome {
        SET,
        /// The check has no parameter of this name.
        UNKNOWN,
        /// The day has begun, or is over.
        BEGUN,
        /// It is not within [#range].
        OUT_OF_RANGE
    }

    /// What a parameter may be.
    ///
    /// @param least included
    /// @param most included
    public record Range(long least, long most) {

        boolean holds(long value) {
            return value >= least && value <= most;
        }
    }

    /// What the parameters of a name may be, whichever check has them. A check that looks back over
    /// days looks at one at least, and never at more than a leap year: no day lies before that can
    /// be asked for, and a close would wait for it. One card alone is no pattern.
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

    /// All values of everybody and of a district: those that are over, too, by check, name and day.
    ///
    /// @param district empty for those of all districts
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
    public Outcome set(Parameter wanted, String by) {
        return transactions.inOne(connection -> set(connection, wanted, by));
    }

    private Outcome set(Connection connection, Parameter wanted, String by) throws SQLException {
        if (!isKnown(connection, wanted)) {
            return Outcome.UNKNOWN;
        }
        if (!range(wanted.name()).holds(wanted.value())) {
            return Outcome.OUT_OF_RANGE;
        }
        if (!wanted.from().isAfter(BusinessDay.today(clock).date())) {
            return Outcome.BEGUN;
        }
        var district = wanted.district().orElse("");
        Sql.on(
                        connection,
                        """
                        insert into check_parameter (code, district_code, name, from_date, value)
                        values (?, ?, ?, ?, ?)
                        on duplicate key update value = values(value)
                        """)
                .with(wanted.code(), district, wanted.name(), wanted.from(), wanted.value())
                .run();
        log.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.CHECK,
                                by,
                                "PARAMETER_SET",
                                "%s %s".formatted(wanted.code(), wanted.name()),
                                "%s from %s: %d"
                                        .formatted(
                                                district.isEmpty() ? "everybody" : district,
                                                wanted.from(),
                                                wanted.value()))));
        return Outcome.SET;
    }

    private static boolean isKnown(Connection connection, Parameter wanted) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select 1 from check_parameter
                         where code = ? and district_code = '' and name = ?
                         limit 1
                        """)
                .with(wanted.code(), wanted.name())
                .exists();
    }
}

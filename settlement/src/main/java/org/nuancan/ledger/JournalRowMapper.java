package org.nuancan.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;

/// Reads rows of `journal` and `posting` as values.
public final class JournalRowMapper {

    private JournalRowMapper() {}

    /// Reads the kind and the id of a journal's cause.
    public static Cause cause(Row row) throws SQLException {
        return new Cause(row.name("cause_kind", Cause.Kind.class), row.number("cause_id"));
    }

    /// Reads the order, the site and the districts of a journal; order and site may be null.
    public static Subject subject(Row row) throws SQLException {
        return new Subject(
                id(row.maybeNumber("order_id")),
                id(row.maybeNumber("site_id")),
                row.text("district_code"),
                row.text("paying_district"));
    }

    private static OptionalLong id(Optional<Long> id) {
        return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
    }

    /// Reads the service date, the booking date and the time of a journal.
    public static Dates dates(Row row) throws SQLException {
        return new Dates(
                new BusinessDay(row.date("service_date")),
                new BusinessDay(row.date("booking_date")),
                row.instant("happened_at"));
    }

    /// The header of a journal, without lines.
    public static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.number("journal_id"),
                row.name("kind", JournalKind.class),
                cause(row),
                subject(row),
                dates(row),
                row.maybeText("refusals"),
                List.of());
    }

    /// Reads a posting; policy, reason and reversed line may be null.
    public static Posting posting(Row row) throws SQLException {
        Optional<PolicyRef> policy = Optional.empty();
        var code = row.maybeText("policy_code");
        if (code.isPresent()) {
            policy =
                    Optional.of(
                            new PolicyRef(
                                    code.get(),
                                    row.integer("policy_version"),
                                    row.name("policy_side", Side.class)));
        }
        var mirrors = row.maybeNumber("mirrors");
        return new Posting(
                row.number("provider_id"),
                Account.of(row.text("account_kind"), row.text("account_owner")),
                Fen.of(row.number("fen")),
                policy,
                row.maybeText("reason"),
                mirrors.isPresent()
                        ? OptionalInt.of(Math.toIntExact(mirrors.get()))
                        : OptionalInt.empty());
    }
}
